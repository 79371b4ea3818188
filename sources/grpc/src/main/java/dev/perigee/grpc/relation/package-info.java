/**
 * Calls below the fields of messages: declared in SDL or in proto options, bound to the IDL. Uses {@code graph}. Read
 * {@link dev.perigee.grpc.relation.Relation} first, then {@link dev.perigee.grpc.relation.RelationCalls}.
 */
@NullMarked
package dev.perigee.grpc.relation;

import org.jspecify.annotations.NullMarked;
