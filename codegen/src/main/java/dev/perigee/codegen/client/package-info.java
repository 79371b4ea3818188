/**
 * What a client needs of a schema: a class for each operation of its documents, the input types and enums that they use, and
 * classes that build documents by code. Read {@code ClientCode} first.
 */
@NullMarked
package dev.perigee.codegen.client;

import org.jspecify.annotations.NullMarked;
