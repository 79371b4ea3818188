package dev.perigee.server.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.perigee.data.Caller;
import dev.perigee.data.Headers;
import dev.perigee.server.AuthenticationException;
import dev.perigee.server.AuthenticationUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of another authorization server, whose keys come over HTTP. */
@Timeout(60)
class JwtAuthenticationTest {
    private static final ECKey KEY = TestTokens.ec("key-1");
    private static final RSAKey RSA = TestTokens.rsa("key-rsa");

    private final TestClock clock = new TestClock();
    private AuthorizationServer issuer;
    private TestTokens tokens;
    private JwtAuthentication authentication;

    @BeforeEach
    void start() {
        issuer = new AuthorizationServer(KEY.toPublicJWK(), RSA.toPublicJWK());
        tokens = new TestTokens(issuer.issuer(), clock);
        authentication = authentication(builder -> builder);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private JwtAuthentication authentication(UnaryOperator<JwtAuthentication.Builder> settings) {
        return settings.apply(JwtAuthentication.builder(issuer.issuer())
                        .audience(TestTokens.AUDIENCE)
                        .clock(clock))
                .build();
    }

    private Caller caller(String token) {
        return callerOf(authentication, "Bearer " + token);
    }

    private static Caller callerOf(JwtAuthentication authentication, String... authorization) {
        Map<String, List<String>> headers =
                authorization.length == 0 ? Map.of() : Map.of("Authorization", List.of(authorization));
        try {
            return authentication
                    .callerOf(Headers.of(headers))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private void assertRefused(String token, String why) {
        assertThatThrownBy(() -> caller(token)).isInstanceOfSatisfying(AuthenticationException.class, refused -> {
            assertThat(refused).hasMessage(why);
            assertThat(refused.challenge())
                    .isEqualTo("Bearer error=\"invalid_token\", error_description=\"" + why + "\"");
        });
    }

    @Test
    void a_good_token_says_who_calls() {
        Caller caller = caller(tokens.signed(
                KEY, claims -> claims.claim("scope", "todos:read todos:write").claim("tenant", Map.of("id", 7))));

        assertThat(caller.name()).isEqualTo("web");
        assertThat(caller.scopes()).containsExactlyInAnyOrder("todos:read", "todos:write");
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.audience()).isEmpty();
        assertThat(caller.claims()).containsEntry("sub", "subject-1").containsEntry("tenant", Map.of("id", 7L));
    }

    static Stream<JWK> keys() {
        return Stream.of(TestTokens.rsa("a"), TestTokens.ec("a"), TestTokens.ed25519("a"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keys_of_all_kinds_sign(JWK key) {
        issuer.publish(key.toPublicJWK());

        String good = tokens.signed(key);
        assertThat(caller(good).name()).isEqualTo("web");

        int signature = good.lastIndexOf('.') + 1;
        char other = good.charAt(signature + 5) == 'A' ? 'B' : 'A';
        assertRefused(
                good.substring(0, signature + 5) + other + good.substring(signature + 6),
                "The access token can not be verified.");
        assertRefused(good.substring(0, signature), "The access token is malformed.");
        assertRefused(good.substring(0, signature) + "AAAA", "The access token can not be verified.");
    }

    @Test
    void the_name_is_that_of_the_client_or_of_the_subject() {
        assertThat(caller(tokens.signed(
                                KEY, claims -> claims.claim("client_id", null).claim("azp", "app")))
                        .name())
                .isEqualTo("app");
        assertThat(caller(tokens.signed(KEY, claims -> claims.claim("client_id", null)))
                        .name())
                .isEqualTo("subject-1");
        assertRefused(
                tokens.signed(KEY, claims -> claims.claim("client_id", null).subject(null)),
                "The access token names neither client nor subject.");
    }

    @Test
    void roles_and_audience_come_from_where_the_settings_say() {
        var rules = new AudienceRules("face", Map.of("phone", "mobile"), Map.of("internal", "server"));
        authentication = authentication(
                builder -> builder.rolesClaim("realm_access.roles").audiences(rules));

        Caller byScope = caller(tokens.signed(
                KEY,
                claims -> claims.claim("scp", List.of("internal", "mail"))
                        .claim("realm_access", Map.of("roles", List.of("admin", "owner")))));
        assertThat(byScope.roles()).containsExactlyInAnyOrder("admin", "owner");
        assertThat(byScope.audience()).isEqualTo("server");
        assertThat(caller(tokens.signed(
                                KEY,
                                claims -> claims.claim("client_id", "phone").claim("scope", "internal")))
                        .audience())
                .isEqualTo("mobile");
        assertThat(caller(tokens.signed(
                                KEY,
                                claims -> claims.claim("client_id", "phone").claim("face", "partner")))
                        .audience())
                .isEqualTo("partner");
        assertThat(caller(tokens.signed(KEY)).audience()).isEmpty();
    }

    private Date in(Duration time) {
        return Date.from(clock.instant().plus(time));
    }

    @Test
    void the_clock_decides_with_a_minute_of_skew() {
        String token = tokens.signed(KEY, claims -> claims.expirationTime(in(Duration.ofMinutes(2))));
        clock.pass(Duration.ofSeconds(179));
        assertThat(caller(token).name()).isEqualTo("web");
        clock.pass(Duration.ofSeconds(1));
        assertRefused(token, "The access token has expired.");

        String early = tokens.signed(KEY, claims -> claims.notBeforeTime(in(Duration.ofSeconds(61))));
        assertRefused(early, "The access token is not valid yet.");
        clock.pass(Duration.ofSeconds(1));
        assertThat(caller(early).name()).isEqualTo("web");

        assertRefused(
                tokens.signed(KEY, claims -> claims.issueTime(in(Duration.ofMinutes(2)))),
                "The access token is not valid yet.");
        assertRefused(tokens.signed(KEY, claims -> claims.expirationTime(null)), "The access token never expires.");
    }

    @Test
    void it_is_of_this_issuer_and_for_this_server() {
        assertRefused(
                tokens.signed(KEY, claims -> claims.issuer("https://evil.example.com")),
                "The access token is of another issuer.");
        assertRefused(tokens.signed(KEY, claims -> claims.issuer(null)), "The access token is of another issuer.");
        assertRefused(
                tokens.signed(KEY, claims -> claims.audience("https://other.example.com")),
                "The access token is for another audience.");
        assertRefused(
                tokens.signed(KEY, claims -> claims.audience(List.of())), "The access token is for another audience.");
        assertThat(caller(tokens.signed(KEY, claims -> claims.audience(List.of("x", TestTokens.AUDIENCE))))
                        .name())
                .isEqualTo("web");
        assertThat(caller(tokens.signed(KEY, "JWT", claims -> {})).name()).isEqualTo("web");
        assertRefused(tokens.signed(KEY, "dpop+jwt", claims -> {}), "The token is no access token.");
    }

    @Test
    void the_token_does_not_choose_how_it_is_verified() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(tokens.signed(KEY)).getJWTClaimsSet();
        // Nobody signed it.
        String unsigned = Base64URL.encode("{\"alg\":\"none\"}") + "."
                + claims.toPayload().toBase64URL() + ".";
        assertRefused(unsigned, "The access token is malformed.");
        // Signed with what everybody knows: the public key as if it were a shared secret.
        for (byte[] secret : List.of(
                RSA.toRSAPublicKey().getEncoded(),
                RSA.toPublicJWK().toJSONString().getBytes(US_ASCII))) {
            SignedJWT confused = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(RSA.getKeyID())
                            .build(),
                    claims);
            confused.sign(new MACSigner(secret));
            assertRefused(confused.serialize(), "The access token can not be verified.");
        }
        // Its own key, brought along.
        ECKey own = TestTokens.ec("own");
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(KEY.getKeyID())
                .jwk(own.toPublicJWK())
                .build();
        assertRefused(TestTokens.signed(header, claims, own), "The access token can not be verified.");
    }

    @Test
    void a_secret_among_the_public_keys_is_no_key() throws Exception {
        OctetSequenceKey shared =
                new OctetSequenceKey.Builder(new byte[32]).keyID("shared").build();
        issuer.answerKeys(exchange -> AuthorizationServer.send(exchange, 200, new JWKSet(shared).toString(false)));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("shared").build(),
                SignedJWT.parse(tokens.signed(KEY)).getJWTClaimsSet());
        token.sign(new MACSigner(shared));

        assertRefused(token.serialize(), "The access token can not be verified.");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void an_extension_that_must_be_understood(JWK key) throws Exception {
        issuer.publish(key.toPublicJWK());
        String good = tokens.signed(key);
        JWSHeader header = new JWSHeader.Builder(
                        SignedJWT.parse(good).getHeader().getAlgorithm())
                .keyID(key.getKeyID())
                .criticalParams(Set.of("x"))
                .customParam("x", 1)
                .build();

        assertThat(caller(good).name()).isEqualTo("web");
        assertRefused(
                TestTokens.signed(header, SignedJWT.parse(good).getJWTClaimsSet(), key),
                "The access token can not be verified.");
    }

    @Test
    void only_the_algorithms_that_are_allowed() {
        authentication = authentication(builder -> builder.algorithms(List.of("RS256")));

        assertThat(caller(tokens.signed(RSA)).name()).isEqualTo("web");
        assertRefused(tokens.signed(KEY), "The access token can not be verified.");
        assertThatThrownBy(() -> authentication(builder -> builder.algorithms(List.of("HS256"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("algorithm: HS256 (of RS256, ");
    }

    @Test
    void claims_that_were_changed() {
        String[] parts = tokens.signed(KEY).split("\\.");
        String changed = new Base64URL(parts[1]).decodeToString().replace("\"web\"", "\"admin\"");

        assertRefused(
                parts[0] + "." + Base64URL.encode(changed) + "." + parts[2], "The access token can not be verified.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer a",
                "Bearer a.b",
                "Bearer a.b.c.d",
                "Bearer a.b.c.d.e",
                "Bearer ..",
                "Bearer a b.c.d",
                "Bearer \u00e9.b.c",
                "Bearer =.=.=",
                "Basic d2ViOnNlY3JldA==",
                "bearer\ta.b.c",
                "",
                "Bearer eyJhbGciOiJFUzI1NiJ9.e30.",
                "Bearer bm90anNvbg.e30.AAAA",
                "Bearer e30.e30.AAAA",
            })
    void credentials_that_are_no_token(String authorization) {
        assertThatThrownBy(() -> callerOf(authentication, authorization))
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        refused -> assertThat(refused.challenge())
                                .matches("Bearer error=\"invalid_(token|request)\", error_description=\"[^\"]+\""));
        assertThat(issuer.keyRequests).hasValueLessThan(2);
    }

    @Test
    void a_header_as_long_and_deep_as_can_be() {
        String deep = Base64URL.encode("{\"alg\":\"ES256\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                + ".e30.AAAA";
        assertRefused(deep, "The access token is malformed.");
        assertRefused("A".repeat(1_000_000) + ".e30.AAAA", "The access token is malformed.");
    }

    @Test
    void two_credentials_are_none() {
        assertThatThrownBy(() -> callerOf(authentication, "Bearer " + tokens.signed(KEY), "Bearer x"))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("There is more than one Authorization header.");
    }

    @Test
    void without_credentials() {
        assertThat(callerOf(authentication)).isEqualTo(Caller.ANONYMOUS);

        JwtAuthentication strict = authentication(builder -> builder.anonymous(false));
        assertThatThrownBy(() -> callerOf(strict))
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        refused -> assertThat(refused.challenge()).isEqualTo("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\"quote", "back\\slash", "line\nbreak", "größer"})
    void no_word_that_tokens_cant_have_is_needed(String scope) {
        assertThatThrownBy(() -> authentication(builder -> builder.requiredScope(scope)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scope: " + scope + " (one word of ASCII, without \" and \\)");
    }

    @Test
    void without_the_scope_that_is_needed() {
        JwtAuthentication closed = authentication(builder -> builder.requiredScope("graph"));
        String good = tokens.signed(KEY, claims -> claims.claim("scope", "other graph"));
        assertThat(callerOf(closed, "Bearer " + good).name()).isEqualTo("web");

        String other = tokens.signed(KEY, claims -> claims.claim("scope", "graphs"));
        assertThatThrownBy(() -> callerOf(closed, "Bearer " + other))
                .isInstanceOfSatisfying(AuthenticationException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.challenge())
                            .isEqualTo("Bearer error=\"insufficient_scope\","
                                    + " error_description=\"The access token has not the scope graph.\","
                                    + " scope=\"graph\"");
                });
    }

    @Test
    void keys_are_fetched_once_and_tokens_verified_once_in_a_while() {
        String token = tokens.signed(KEY, claims -> claims.expirationTime(in(Duration.ofHours(1))));
        for (int i = 0; i < 5; i++) assertThat(caller(token).name()).isEqualTo("web");
        assertThat(issuer.keyRequests).hasValue(1);

        issuer.publish(RSA.toPublicJWK()); // the token's key is withdrawn
        clock.pass(Duration.ofMinutes(5));
        assertRefused(token, "The access token can not be verified.");
    }

    @Test
    void a_new_key_is_found_and_unknown_ones_do_not_cost_a_fetch_each() {
        assertThat(caller(tokens.signed(KEY)).name()).isEqualTo("web");
        ECKey next = TestTokens.ec("key-2");
        issuer.publish(KEY.toPublicJWK(), next.toPublicJWK());

        assertRefused(tokens.signed(next), "The access token can not be verified."); // it was fetched just now
        clock.pass(RemoteKeys.BETWEEN_FETCHES);
        assertThat(caller(tokens.signed(next)).name()).isEqualTo("web");
        assertThat(issuer.keyRequests).hasValue(2);
        for (int i = 0; i < 20; i++) {
            assertRefused(tokens.signed(TestTokens.ec("odd-" + i)), "The access token can not be verified.");
        }
        assertThat(issuer.keyRequests).hasValue(2);
    }

    @Test
    void a_hundred_at_once_cause_one_fetch() {
        assertThat(caller(tokens.signed(KEY)).name()).isEqualTo("web");
        ECKey next = TestTokens.ec("key-2");
        issuer.publish(next.toPublicJWK());
        clock.pass(RemoteKeys.BETWEEN_FETCHES);

        List<CompletableFuture<Caller>> callers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String token = tokens.signed(next, claims -> claims.jwtID("" + callers.size()));
            callers.add(CompletableFuture.supplyAsync(() -> caller(token), Thread::startVirtualThread));
        }
        for (CompletableFuture<Caller> each : callers)
            assertThat(each.join().name()).isEqualTo("web");
        assertThat(issuer.keyRequests).hasValue(2);
    }

    @Test
    void keys_hold_for_an_hour_while_their_server_is_away() {
        Consumer<JWTClaimsSet.Builder> longLived = claims -> claims.expirationTime(in(Duration.ofHours(3)));
        assertThat(caller(tokens.signed(KEY, longLived)).name()).isEqualTo("web");
        issuer.answerKeys(exchange -> AuthorizationServer.send(exchange, 500, "broken"));

        clock.pass(Duration.ofMinutes(59));
        assertThat(caller(tokens.signed(KEY, longLived)).name()).isEqualTo("web");
        clock.pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> caller(tokens.signed(KEY, longLived)))
                .isInstanceOf(AuthenticationUnavailableException.class)
                .hasMessage("Credentials can't be verified now. Try again.");

        issuer.publish(KEY.toPublicJWK());
        clock.pass(RemoteKeys.BETWEEN_FETCHES);
        assertThat(caller(tokens.signed(KEY, longLived)).name()).isEqualTo("web");
    }

    static Stream<AuthorizationServer.Handler> badKeys() {
        return Stream.of(
                exchange -> AuthorizationServer.send(exchange, 200, "{\"keys\":"),
                exchange -> AuthorizationServer.send(exchange, 200, "[]"),
                exchange -> AuthorizationServer.send(exchange, 200, "{\"keys\":[{\"kty\":\"EC\"}]}"),
                exchange -> AuthorizationServer.send(exchange, 200, "{\"keys\":" + "[".repeat(200_000)),
                exchange -> AuthorizationServer.send(exchange, 404, ""),
                exchange -> AuthorizationServer.send(exchange, 302, ""),
                exchange -> exchange.close(),
                exchange -> { // without end
                    exchange.sendResponseHeaders(200, 0);
                    byte[] spaces = " ".repeat(8192).getBytes(US_ASCII);
                    try (exchange) {
                        while (true) exchange.getResponseBody().write(spaces);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void keys_that_are_none(AuthorizationServer.Handler answer) {
        issuer.answerKeys(answer);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> caller(tokens.signed(KEY))).isInstanceOf(AuthenticationUnavailableException.class);
        }
        assertThat(issuer.keyRequests).hasValue(1); // and it is not asked all the time
    }

    @Test
    void keys_that_do_not_end_are_not_waited_for() {
        CountDownLatch isOver = new CountDownLatch(1);
        issuer.answerKeys(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitEnd(isOver);
        });
        KeyDocuments documents = new KeyDocuments(Duration.ofMillis(200));

        assertThatThrownBy(() -> documents.get(URI.create(issuer.issuer() + "/keys")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/keys failed: com.linecorp.armeria.client.ResponseTimeoutException");
        isOver.countDown();
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keys_at_a_place_that_is_told() {
        issuer.metadata("nothing");
        authentication = authentication(builder -> builder.jwks(URI.create(issuer.issuer() + "/keys")));

        assertThat(caller(tokens.signed(KEY)).name()).isEqualTo("web");
    }

    @Test
    void an_issuer_with_metadata_of_openid_connect_only() {
        issuer.onlyOpenId();

        assertThat(caller(tokens.signed(KEY)).name()).isEqualTo("web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"issuer\":\"https://evil.example.com\",\"jwks_uri\":\"http://localhost:1/keys\"}",
                "{\"issuer\":\"ISSUER\"}",
                "{\"issuer\":\"ISSUER\",\"jwks_uri\":7}",
                "{\"issuer\":\"ISSUER\",\"jwks_uri\":\"file:///etc/passwd\"}",
            })
    void metadata_that_are_none(String json) {
        issuer.metadata(json.replace("ISSUER", issuer.issuer()));

        assertThatThrownBy(() -> caller(tokens.signed(KEY))).isInstanceOf(AuthenticationUnavailableException.class);
        assertThat(issuer.keyRequests).hasValue(0);
    }
}
