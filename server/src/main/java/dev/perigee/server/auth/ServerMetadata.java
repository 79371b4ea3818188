package dev.perigee.server.auth;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.util.List;

/**
 * What a token endpoint says of itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">Authorization Server Metadata</a>
 */
final class ServerMetadata {
    private ServerMetadata() {}

    static String of(String issuer) {
        AuthorizationServerMetadata metadata = new AuthorizationServerMetadata(new Issuer(issuer));
        metadata.setTokenEndpointURI(URI.create(issuer + TokenEndpoint.TOKEN_PATH));
        metadata.setJWKSetURI(URI.create(issuer + TokenEndpoint.KEYS_PATH));
        metadata.setGrantTypes(List.of(GrantType.CLIENT_CREDENTIALS));
        metadata.setResponseTypes(List.of()); // there is no authorization endpoint
        metadata.setTokenEndpointAuthMethods(
                List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST));
        return metadata.toString();
    }
}
