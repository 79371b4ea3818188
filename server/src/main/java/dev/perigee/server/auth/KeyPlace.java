package dev.perigee.server.auth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Finds where an issuer has its keys, by the metadata that it publishes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414, Authorization Server Metadata</a>
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery</a>
 */
final class KeyPlace {
    private KeyPlace() {}

    /** @throws IOException if it says nothing, or nothing to be trusted */
    static URI of(String issuer, KeyDocuments documents) throws IOException {
        Issuer name = new Issuer(issuer);
        try {
            try {
                return of(
                        name,
                        documents.get(
                                AuthorizationServerMetadata.resolveURL(name).toURI()));
            } catch (IOException e) {
                return orElse(e, name, documents);
            }
        } catch (GeneralException | URISyntaxException e) {
            throw new IOException("The metadata of " + issuer + " are not as they should be: " + e.getMessage(), e);
        }
    }

    /** Many have only that of OpenID Connect. */
    private static URI orElse(IOException first, Issuer issuer, KeyDocuments documents)
            throws IOException, GeneralException, URISyntaxException {
        try {
            return of(
                    issuer,
                    documents.get(OIDCProviderMetadata.resolveURL(issuer).toURI()));
        } catch (IOException e) {
            throw new IOException(first.getMessage() + " " + e.getMessage(), e);
        }
    }

    private static URI of(Issuer issuer, String json) throws IOException, GeneralException {
        AuthorizationServerMetadata metadata = AuthorizationServerMetadata.parse(json);
        if (!metadata.getIssuer().equals(issuer)) {
            throw new IOException("The metadata of " + issuer + " are those of " + metadata.getIssuer() + ".");
        }
        URI keys = metadata.getJWKSetURI();
        if (keys == null) throw new IOException("The metadata of " + issuer + " have no jwks_uri.");
        if (issuer.getValue().startsWith("https:") && !"https".equals(keys.getScheme())) {
            throw new IOException("The keys of " + issuer + " are not behind https: " + keys);
        }
        return keys;
    }
}
