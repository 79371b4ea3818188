package dev.perigee.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHashTest {
    @Test
    void matches_its_secret_and_no_other() {
        String secret = SecretHash.newSecret();
        SecretHash hash = SecretHash.parse(SecretHash.of(secret).text());

        assertThat(hash.matches(secret)).isTrue();
        assertThat(hash.matches(secret + " ")).isFalse();
        assertThat(hash.matches("")).isFalse();
        assertThat(SecretHash.of(secret).text()).isNotEqualTo(hash.text()); // another salt
        assertThat(hash.text()).startsWith("pbkdf2-sha256:210000:").doesNotContain(secret);
        assertThat(hash.toString()).doesNotContain(hash.text());
    }

    /** Computed by OpenSSL: {@code hashlib.pbkdf2_hmac("sha256", b"Password", b"NaCl12345678", 80000)} in Python. */
    @Test
    void is_what_others_compute() {
        String text = "pbkdf2-sha256:80000:TmFDbDEyMzQ1Njc4:pG7se13aiIt4csiTWFluGkST5FmmdgqAMsftPyLkiOM";
        assertThat(SecretHash.parse(text).matches("Password")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the secret itself",
                "pbkdf2-sha256:1:AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256:9999999:AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pbkdf2-sha256:210000:AAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void what_is_no_hash(String text) {
        assertThatThrownBy(() -> SecretHash.parse(text))
                .hasMessage("not the hash of a secret (pbkdf2-sha256:<iterations>:<salt>:<hash>)");
    }
}
