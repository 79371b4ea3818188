/**
 * What the IDL is as a graph: names, types, roots, and the schema in SDL. Uses {@code idl} only. Read
 * {@link dev.perigee.grpc.graph.MessageType} first.
 */
@NullMarked
package dev.perigee.grpc.graph;

import org.jspecify.annotations.NullMarked;
