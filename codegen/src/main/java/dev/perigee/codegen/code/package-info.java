/** A schema in terms of Java: names, types with nullness, Javadoc, and files of source text. */
@NullMarked
package dev.perigee.codegen.code;

import org.jspecify.annotations.NullMarked;
