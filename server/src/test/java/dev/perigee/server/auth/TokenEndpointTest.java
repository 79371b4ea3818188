package dev.perigee.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.perigee.data.Headers;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TokenEndpointTest {
    private final TokenServer server = new TokenServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_client_gets_a_token() throws Exception {
        HttpResponse<String> response =
                server.tokenRequest("web", TokenServer.SECRET, "grant_type=client_credentials&scope=todos%3Aread");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        JsonNode json = TokenServer.json(response.body());
        assertThat(json.get("token_type").textValue()).isEqualTo("Bearer");
        assertThat(json.get("expires_in").intValue()).isEqualTo(600);
        assertThat(json.get("scope").textValue()).isEqualTo("todos:read");
        SignedJWT token = SignedJWT.parse(json.get("access_token").textValue());
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(server.uri());
        assertThat(claims.getSubject()).isEqualTo("web");
        assertThat(claims.getClaim("client_id")).isEqualTo("web");
        assertThat(claims.getAudience()).containsExactly("perigee");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(server.clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void the_token_decides_what_is_seen() {
        String web = server.token("web");
        assertThat(server.query(web, "{ me todos }").body())
                .isEqualTo("{\"data\":{\"me\":\"web [todos:read, todos:write] [] \",\"todos\":[\"sleep\"]}}");
        assertThat(server.query(web, "{ salaries }").body())
                .contains("FORBIDDEN")
                .doesNotContain("7");

        String keeper = server.token("books:keeper%1");
        assertThat(server.query(keeper, "{ me salaries }").body())
                .isEqualTo("{\"data\":{\"me\":\"books:keeper%1 [] [accountant] server\",\"salaries\":[7]}}");
        assertThat(server.query(keeper, "{ todos }").body()).contains("FORBIDDEN");

        assertThat(server.send("POST", "graphql", "{\"query\":\"{ todos }\"}", "content-type", "application/json")
                        .body())
                .contains("UNAUTHENTICATED");
        HttpResponse<String> refused = server.query(web + "x", "{ me }");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("www-authenticate"))
                .hasValue("Bearer error=\"invalid_token\","
                        + " error_description=\"The access token can not be verified.\"");

        server.clock.pass(Duration.ofMinutes(11));
        assertThat(server.query(web, "{ me }").body()).contains("The access token has expired.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // id, secret, form, status, error
                "web  | -     | grant_type=client_credentials                       | 401 | invalid_client",
                "web  | wrong | grant_type=client_credentials                       | 401 | invalid_client",
                "who  | right | grant_type=client_credentials                       | 401 | invalid_client",
                "-    | -     | grant_type=client_credentials                       | 401 | invalid_client",
                "-    | -     | grant_type=client_credentials&client_id=web         | 401 | invalid_client",
                "-    | -     | grant_type=client_credentials&client_id=web&client_secret=x | 401 | invalid_client",
                "-    | -     | grant_type=client_credentials&client_id=web&client_secret=RIGHT | 200 | -",
                "web  | right | grant_type=client_credentials&client_id=web&client_secret=RIGHT | 400 |"
                        + " invalid_request",
                "web  | right | grant_type=client_credentials&client_id=other       | 400 | invalid_request",
                "web  | right | grant_type=client_credentials                       | 200 | -",
                "web  | right | grant_type=client_credentials&scope=                | 200 | -",
                "web  | right | grant_type=client_credentials&scope=todos:write     | 200 | -",
                "web  | right | grant_type=client_credentials&scope=todos:read+admin | 400 | invalid_scope",
                "web  | right | grant_type=client_credentials&grant_type=client_credentials | 400 | invalid_request",
                "web  | right | grant_type=authorization_code&code=x&redirect_uri=https://x | 400 |"
                        + " unsupported_grant_type",
                "web  | right | grant_type=password&username=a&password=b           | 400 | unsupported_grant_type",
                "web  | right | grant_type=refresh_token&refresh_token=x            | 400 | unsupported_grant_type",
                "web  | right | grant_type=unheard_of                               | 400 | unsupported_grant_type",
                "web  | right | scope=todos:read                                    | 400 | invalid_request",
                "web  | right | ''                                                  | 400 | invalid_request",
                "web  | right | %%%&=&&;;grant_type                                 | 400 | invalid_request",
            })
    void what_it_says_by_the_rfc(String id, String secret, String form, int status, String error) {
        String body = form.replace("RIGHT", URLEncoder.encode(TokenServer.SECRET, StandardCharsets.UTF_8));
        HttpResponse<String> response = id == null
                ? server.send("POST", "oauth/token", body, "content-type", "application/x-www-form-urlencoded")
                : server.tokenRequest(id, secret == null ? "" : secret.replace("right", TokenServer.SECRET), body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        JsonNode json = TokenServer.json(response.body());
        if (error == null) assertThat(json.get("access_token").textValue()).isNotEmpty();
        else assertThat(json.get("error").textValue()).isEqualTo(error);
        assertThat(response.headers().firstValue("www-authenticate").isPresent())
                .isEqualTo(status == 401);
    }

    @Test
    void what_is_no_token_request() {
        assertThat(server.send("GET", "oauth/token", "").statusCode()).isEqualTo(405);
        HttpResponse<String> json = server.send(
                "POST", "oauth/token", "{\"grant_type\":\"client_credentials\"}", "content-type", "application/json");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(TokenServer.json(json.body()).get("error").textValue()).isEqualTo("invalid_request");
        for (String authorization : List.of("Basic", "Basic %%%", "Basic d2Vi", "Bearer x", "Digest a=b")) {
            HttpResponse<String> odd = server.send(
                    "POST",
                    "oauth/token",
                    "grant_type=client_credentials",
                    "content-type",
                    "application/x-www-form-urlencoded",
                    "authorization",
                    authorization);
            assertThat(odd.statusCode()).as(authorization + odd.body()).isIn(400, 401);
            assertThat(TokenServer.json(odd.body()).get("error").textValue()).isIn("invalid_request", "invalid_client");
        }
        String large = "grant_type=client_credentials&x=" + "a".repeat(20_000);
        HttpResponse<String> tooLong = server.tokenRequest("web", TokenServer.SECRET, large);
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(TokenServer.json(tooLong.body()).get("error").textValue()).isEqualTo("invalid_request");
    }

    @Test
    void it_says_where_everything_is() throws Exception {
        HttpResponse<String> metadata = server.send("GET", ".well-known/oauth-authorization-server", "");
        assertThat(TokenServer.json(metadata.body())).isEqualTo(TokenServer.json("""
            {"issuer": "URI", "token_endpoint": "URI/oauth/token", "jwks_uri": "URI/oauth/jwks",
             "grant_types_supported": ["client_credentials"], "response_types_supported": [],
             "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"]}
            """.replace("URI", server.uri())));
        assertThat(metadata.headers().firstValue("cache-control")).hasValue("public, max-age=300");

        HttpResponse<String> keys = server.send("GET", "oauth/jwks", "");
        assertThat(TokenServer.json(keys.body()).get("keys")).hasSize(1);
        assertThat(TokenServer.json(keys.body()).get("keys").get(0).has("d")).isFalse();
    }

    /** Another server takes the tokens by discovery, as it would those of any authorization server. */
    @Test
    void others_verify_its_tokens() {
        JwtAuthentication other = JwtAuthentication.builder(server.uri())
                .audience("perigee")
                .rolesClaim("roles")
                .clock(server.clock)
                .build();

        assertThat(other.callerOf(Headers.of(
                                Map.of("authorization", List.of("Bearer " + server.token("books:keeper%1")))))
                        .toCompletableFuture()
                        .join()
                        .roles())
                .containsExactly("accountant");
    }

    @Test
    void wrong_secrets_have_to_wait() {
        for (int i = 0; i < FailedAttempts.MOST; i++) {
            assertThat(server.tokenRequest("web", "guess " + i, "grant_type=client_credentials")
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> waits = server.tokenRequest("web", TokenServer.SECRET, "grant_type=client_credentials");
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("retry-after")).hasValue("61");
        assertThat(TokenServer.json(waits.body()).get("error").textValue()).isEqualTo("temporarily_unavailable");
        assertThat(server.token("books:keeper%1")).isNotEmpty(); // others go on

        server.clock.pass(FailedAttempts.PERIOD);
        assertThat(server.token("web")).isNotEmpty();
    }

    @Test
    void keys_rotate_and_those_before_stay_as_long_as_their_tokens() {
        String old = server.token("web");
        String firstKey = keyIds().getFirst();
        server.clock.pass(Duration.ofDays(30));
        String fresh = server.token("web");

        assertThat(keyIds()).hasSize(2).startsWith(firstKey);
        assertThat(server.query(fresh, "{ me }").statusCode()).isEqualTo(200);
        assertThat(server.query(old, "{ me }").body()).contains("expired"); // and not: unknown

        server.clock.pass(Duration.ofDays(30));
        assertThat(keyIds()).hasSize(2).doesNotContain(firstKey);
    }

    private List<String> keyIds() {
        return TokenServer.json(server.send("GET", "oauth/jwks", "").body())
                .get("keys")
                .findValuesAsText("kid");
    }

    @Test
    void clients_that_can_not_be() {
        assertThatThrownBy(() -> TokenServer.client("web server", Set.of(), Set.of(), ""))
                .hasMessageStartingWith("id: web server (");
        assertThatThrownBy(() -> TokenServer.client("web", Set.of("a b"), Set.of(), ""))
                .hasMessageStartingWith("scope: a b (");
        assertThatThrownBy(() -> TokenEndpoint.builder()
                        .client(TokenServer.client("web", Set.of(), Set.of(), ""))
                        .client(TokenServer.client("web", Set.of(), Set.of(), "")))
                .hasMessage("client: web (there is one already)");
    }
}
