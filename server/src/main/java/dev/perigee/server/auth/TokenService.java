package dev.perigee.server.auth;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.AbstractHttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /oauth/token}: tokens for clients that name themselves and know their secret, by HTTP Basic or in the form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">Client Credentials Grant</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">Error Response</a>
 */
final class TokenService extends AbstractHttpService {
    private static final Logger LOG = LoggerFactory.getLogger(TokenService.class);

    /** Of an honest request, some hundred. */
    private static final int MAX_BYTES = 16 << 10;

    private static final ErrorObject TOO_LONG =
            OAuth2Error.INVALID_REQUEST.setHTTPStatusCode(413).setDescription("The request is longer than 16 KiB.");

    private static final ErrorObject TOO_MANY =
            new ErrorObject("temporarily_unavailable", "Too many attempts. Try again later.", 429);

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
        if (request.content().length() > MAX_BYTES) return CompletableFuture.completedFuture(refused(TOO_LONG));
        TokenRequest asked;
        try {
            asked = FormRequests.read(request);
        } catch (ParseException e) {
            ErrorObject error = e.getErrorObject();
            return CompletableFuture.completedFuture(refused(error == null ? OAuth2Error.INVALID_REQUEST : error));
        }
        if (!(asked.getClientAuthentication() instanceof PlainClientSecret given)) {
            return CompletableFuture.completedFuture(refused(OAuth2Error.INVALID_CLIENT.setDescription(
                    "Send client_id and client_secret, by HTTP Basic or in the form.")));
        }
        TokenClient client = clients.get(given.getClientID().getValue());
        var place = new FailedAttempts.Place(context.clientAddress(), client == null ? null : client.id());
        Duration wait = failures.wait(place);
        if (!wait.isZero()) return CompletableFuture.completedFuture(tooMany(wait));
        CompletableFuture<Boolean> isRight =
                secrets.isRight(client, given.getClientSecret().getValue());
        if (isRight == null) return CompletableFuture.completedFuture(tooMany(Duration.ofSeconds(1)));
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
        return refused(OAuth2Error.INVALID_CLIENT);
    }

    private HttpResponse issue(TokenClient client, TokenRequest asked) {
        AuthorizationGrant grant = asked.getAuthorizationGrant();
        if (!grant.getType().equals(GrantType.CLIENT_CREDENTIALS)) return refused(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        Scope scope = asked.getScope();
        if (scope == null || scope.isEmpty()) scope = new Scope(client.scopes().toArray(new String[0]));
        if (!client.scopes().containsAll(scope.toStringList())) {
            return refused(OAuth2Error.INVALID_SCOPE.setDescription("The client may not have all of these scopes."));
        }
        try {
            Tokens issued = new Tokens(tokens.issue(client, scope, issuer.get()), null);
            return http(new AccessTokenResponse(issued).toHTTPResponse(), null);
        } catch (IOException e) {
            LOG.error("Can't sign tokens. {}", e.getMessage());
            return refused(OAuth2Error.SERVER_ERROR);
        }
    }

    private static HttpResponse tooMany(Duration wait) {
        return http(new TokenErrorResponse(TOO_MANY).toHTTPResponse(), wait);
    }

    private static HttpResponse refused(ErrorObject error) {
        return http(new TokenErrorResponse(error).toHTTPResponse(), null);
    }

    private static HttpResponse http(HTTPResponse response, @Nullable Duration retryAfter) {
        HttpStatus status = HttpStatus.valueOf(response.getStatusCode());
        ResponseHeadersBuilder headers = ResponseHeaders.builder(status);
        response.getHeaderMap().forEach(headers::set);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        if (status.equals(HttpStatus.UNAUTHORIZED))
            headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Basic realm=\"perigee\"");
        if (retryAfter != null) headers.set(HttpHeaderNames.RETRY_AFTER, Long.toString(retryAfter.toSeconds() + 1));
        String body = response.getBody();
        return HttpResponse.of(headers.build(), HttpData.ofUtf8(body == null ? "" : body));
    }
}
