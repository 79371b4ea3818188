package dev.perigee.client.oauth;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a token, and for what. Immutable.
 *
 * @param audience null where the token server knows by itself
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707">Resource Indicators</a>
 */
record TokenWish(
        ClientProof proof, List<String> scopes, @Nullable String audience, List<URI> resources) {
    HTTPRequest request(URI endpoint) {
        TokenRequest.Builder request =
                new TokenRequest.Builder(endpoint, proof.at(endpoint), new ClientCredentialsGrant());
        if (!scopes.isEmpty()) request.scope(new Scope(scopes.toArray(String[]::new)));
        if (!resources.isEmpty()) request.resources(resources.toArray(URI[]::new));
        if (audience != null) request.customParameter("audience", audience);
        return request.build().toHTTPRequest();
    }

    @Override
    public String toString() {
        return proof + " for " + scopes;
    }
}
