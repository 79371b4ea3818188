/**
 * Tokens of OAuth 2 for servers that call servers. Nimbus speaks the protocol; what is here is when a token is asked for, and
 * how long it is kept. Read {@link dev.perigee.client.oauth.ClientCredentials} first.
 */
@NullMarked
package dev.perigee.client.oauth;

import org.jspecify.annotations.NullMarked;
