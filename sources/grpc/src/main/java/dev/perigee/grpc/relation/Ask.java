package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import dev.perigee.data.Arguments;
import dev.perigee.data.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A place of a response where a relation's values are wanted.
 *
 * @param parents the messages, null where there is none; a root field has one, of any kind; not copied
 * @param headers of the request that the graph answers
 * @param pushed what is appended to each request: the selection, as the service takes it
 */
public record Ask(@Nullable Object[] parents, Arguments arguments, Headers headers, ByteString pushed) {}
