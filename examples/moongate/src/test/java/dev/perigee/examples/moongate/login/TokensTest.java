package dev.perigee.examples.moongate.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are those that were given, for as long as they are valid. */
class TokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Caller ADA = Caller.named("ada").withScopes("email", "all");

    private static Tokens at(Instant now) {
        return new Tokens(new byte[32], Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aTokenSaysWhoGotIt() {
        var tokens = at(NOW);
        assertThat(tokens.caller("Bearer " + tokens.issue(ADA))).isEqualTo(ADA);
        assertThat(tokens.caller("Bearer " + tokens.issue(Caller.named("bela"))))
                .isEqualTo(Caller.named("bela"));
        assertThat(tokens.caller(null)).isEqualTo(Caller.ANONYMOUS);
    }

    @Test
    void aTokenExpires() {
        String header = "Bearer " + at(NOW).issue(ADA);
        assertThat(at(NOW.plus(Tokens.VALIDITY)).caller(header)).isEqualTo(ADA);
        assertRefused(at(NOW.plus(Tokens.VALIDITY).plus(Duration.ofSeconds(1))), header, "The token has expired");
    }

    @Test
    void aTokenOfAnotherKeyIsNone() {
        assertRefused(at(NOW), "Bearer " + Tokens.withNewKey().issue(ADA), "The token is not valid");
    }

    @Test
    void aTokenCanNotBeChanged() {
        var tokens = at(NOW);
        String token = tokens.issue(Caller.named("bela"));
        String forged = Base64.getUrlEncoder().encodeToString("9999999999 bela email".getBytes(UTF_8));
        assertRefused(tokens, "Bearer " + forged + token.substring(token.indexOf('.')), "The token is not valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a.b.c", "Bearer .", "Bearer ?.?"})
    void anythingElseIsNoToken(String header) {
        assertRefused(at(NOW), header, "");
    }

    @Test
    void aHugeHeaderIsNoToken() {
        assertRefused(
                at(NOW), "Bearer " + "a".repeat(2_000_000) + ".b", "The header authorization has no token of ours");
    }

    private static void assertRefused(Tokens tokens, String header, String message) {
        assertThatThrownBy(() -> tokens.caller(header))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("UNAUTHENTICATED"))
                .hasMessageStartingWith(message);
    }
}
