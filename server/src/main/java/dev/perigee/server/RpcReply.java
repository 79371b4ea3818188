package dev.perigee.server;

import dev.perigee.data.ResponseHeaders;

/**
 * What a direct call is answered with.
 *
 * @param json an object, in UTF-8; not copied
 * @param headers for the response
 */
public record RpcReply(byte[] json, ResponseHeaders headers) {}
