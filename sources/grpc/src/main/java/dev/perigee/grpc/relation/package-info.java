/**
 * Calls below the fields of messages: declared in SDL or in proto options, bound to the IDL. Uses {@code graph}.
 */
@NullMarked
package dev.perigee.grpc.relation;

import org.jspecify.annotations.NullMarked;
