package dev.perigee.server;

import java.util.List;

/**
 * What a body of JSON asks for.
 *
 * @param isBatch whether the answer is an array, be it of one
 */
record RequestBody(List<Parameters> requests, boolean isBatch) {}
