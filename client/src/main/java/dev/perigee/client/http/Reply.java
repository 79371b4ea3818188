package dev.perigee.client.http;

import java.net.http.HttpHeaders;

/**
 * What came back, whatever its status. Immutable.
 *
 * @param body not a copy, and not to be changed
 */
public record Reply(int status, HttpHeaders headers, byte[] body) {}
