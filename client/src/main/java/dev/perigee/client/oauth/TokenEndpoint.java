package dev.perigee.client.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import dev.perigee.client.TransportException;
import dev.perigee.client.http.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks for one token. Thread-safe. */
final class TokenEndpoint {
    private final Supplier<CompletableFuture<URI>> address;
    private final TokenWish wish;
    private final TokenServer server;
    private final Duration replaceBefore;

    TokenEndpoint(
            Supplier<CompletableFuture<URI>> address, TokenWish wish, TokenServer server, Duration replaceBefore) {
        this.address = address;
        this.wish = wish;
        this.server = server;
        this.replaceBefore = replaceBefore;
    }

    /**
     * @param now from which on the life of the token is reckoned
     * @return fails with whatever goes wrong, also at once
     */
    CompletableFuture<Token> fetch(Instant now) {
        return CompletableFuture.completedFuture(address)
                .thenCompose(Supplier::get)
                .thenCompose(uri -> server.post(wish.request(uri)).thenApply(reply -> token(uri, reply, now)));
    }

    private Token token(URI uri, Reply reply, Instant now) {
        TokenResponse response = parse(uri, reply);
        if (!response.indicatesSuccess()) {
            throw refusal(uri, reply.status(), response.toErrorResponse().getErrorObject());
        }
        AccessToken token = response.toSuccessResponse().getTokens().getAccessToken();
        if (!(token instanceof BearerAccessToken) || !isVisible(token.getValue())) {
            throw new TransportException(
                    uri + " gave a token that is not a bearer's, which is all that can be used here.",
                    reply.status(),
                    false,
                    null);
        }
        return Token.of(token.toAuthorizationHeader(), now, token.getLifetime(), replaceBefore);
    }

    private static TokenResponse parse(URI uri, Reply reply) {
        try {
            return TokenResponse.parse(TokenServer.response(reply));
        } catch (ParseException e) { // its message may have parts of the answer in it, and so of a token
            throw new TransportException(
                    "%s gave no token: its answer, status %d, is not one of OAuth 2.".formatted(uri, reply.status()),
                    reply.status(),
                    false,
                    null);
        }
    }

    private static TransportException refusal(URI uri, int status, ErrorObject error) {
        String description = error.getDescription() == null ? "" : " (" + error.getDescription() + ")";
        String code = error.getCode() == null ? "it does not say why" : error.getCode();
        return new TransportException(
                "%s gave no token, status %d: %s%s.".formatted(uri, status, code, description), status, false, null);
    }

    /** What else a header may not hold would show in the message of who refuses it. */
    private static boolean isVisible(String token) {
        return token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Override
    public String toString() {
        return wish.toString();
    }
}
