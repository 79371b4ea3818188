package dev.perigee.server.auth;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.AbstractHttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /oauth/token}: tokens for clients that name themselves and know their secret, by HTTP Basic or in the form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">Client Credentials Grant</a>
 */
final class TokenService extends AbstractHttpService {
    private static final Logger LOG = LoggerFactory.getLogger(TokenService.class);

    private final Map<String, TokenClient> clients;
    private final AccessTokens tokens;
    private final Supplier<String> issuer;
    private final FailedAttempts failures;
    private final SecretCheck secrets = new SecretCheck();

    TokenService(Map<String, TokenClient> clients, AccessTokens tokens, Supplier<String> issuer, Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.issuer = issuer;
        this.failures = new FailedAttempts(clock);
    }

    @Override
    protected HttpResponse doPost(ServiceRequestContext context, HttpRequest request) {
        return HttpResponse.of(request.aggregate().thenCompose(body -> answer(context, body)));
    }

    private CompletableFuture<HttpResponse> answer(ServiceRequestContext context, AggregatedHttpRequest request) {
        try {
            TokenRequest asked = FormRequests.read(request);
            return answer(context, asked, FormRequests.client(asked));
        } catch (ParseException e) {
            return CompletableFuture.completedFuture(TokenAnswers.refused(e));
        }
    }

    private CompletableFuture<HttpResponse> answer(
            ServiceRequestContext context, TokenRequest asked, PlainClientSecret given) {
        TokenClient client = clients.get(given.getClientID().getValue());
        var place = new FailedAttempts.Place(context.clientAddress(), client == null ? null : client.id());
        Duration wait = failures.wait(place);
        if (!wait.isZero()) return CompletableFuture.completedFuture(TokenAnswers.tooMany(wait));
        CompletableFuture<Boolean> isRight =
                secrets.isRight(client, given.getClientSecret().getValue());
        if (isRight == null) return CompletableFuture.completedFuture(TokenAnswers.tooMany(Duration.ofSeconds(1)));
        return isRight.thenApply(right -> right && client != null ? issue(client, asked) : wrongSecret(place));
    }

    private HttpResponse wrongSecret(FailedAttempts.Place place) {
        if (failures.add(place)) {
            LOG.warn(
                    "{} wrong secrets for {} from {} within {} s, the rest is not looked at",
                    FailedAttempts.MOST,
                    place.client() == null ? "clients that there are none of" : place.client(),
                    place.address().getHostAddress(),
                    FailedAttempts.PERIOD.toSeconds());
        }
        return TokenAnswers.refused(OAuth2Error.INVALID_CLIENT);
    }

    private HttpResponse issue(TokenClient client, TokenRequest asked) {
        if (!asked.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)) {
            return TokenAnswers.refused(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
        Scope scope = asked.getScope();
        if (scope == null || scope.isEmpty()) scope = new Scope(client.scopes().toArray(new String[0]));
        if (!client.scopes().containsAll(scope.toStringList())) {
            return TokenAnswers.refused(
                    OAuth2Error.INVALID_SCOPE.setDescription("The client may not have all of these scopes."));
        }
        try {
            return TokenAnswers.issued(tokens.issue(client, scope, issuer.get()));
        } catch (IOException e) {
            LOG.error("Can't sign tokens. {}", e.getMessage());
            return TokenAnswers.refused(OAuth2Error.SERVER_ERROR);
        }
    }
}
