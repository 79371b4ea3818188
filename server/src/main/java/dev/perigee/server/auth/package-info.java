/**
 * Who calls, by OAuth 2: access tokens verified, and an endpoint of one's own that issues them. Nimbus does the protocols
 * and the cryptography. May use {@code Authentication} and its exceptions of the server, Armeria and Nimbus. Read {@link
 * dev.perigee.server.auth.JwtAuthentication}, then {@link dev.perigee.server.auth.TokenEndpoint}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, Bearer Token Usage</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068, JWT Profile for Access Tokens</a>
 */
@NullMarked
package dev.perigee.server.auth;

import org.jspecify.annotations.NullMarked;
