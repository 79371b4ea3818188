package dev.perigee.grpc.channel;

import io.grpc.Metadata;

/**
 * What a method has answered with.
 *
 * @param message the message's bytes: the caller's own, not copied
 * @param headers what came before the message; not to be changed
 * @param trailers what came after it; not to be changed
 */
public record Reply(byte[] message, Metadata headers, Metadata trailers) {}
