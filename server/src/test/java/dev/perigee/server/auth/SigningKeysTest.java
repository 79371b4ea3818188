package dev.perigee.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in a file: of one process after the other, and of several at once. */
class SigningKeysTest {
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("keys.json");
    }

    private SigningKeys keys() throws IOException {
        return new SigningKeys(new KeyFile(file), MONTH, clock);
    }

    @Test
    void outlive_the_process_in_a_file_of_their_owner_alone() throws Exception {
        String first = keys().current().getKeyID();

        assertThat(keys().current().getKeyID()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys.json", "keys.json.lock");
        }
    }

    @Test
    void several_instances_rotate_once() throws Exception {
        List<SigningKeys> instances = List.of(keys(), keys(), keys(), keys());
        clock.pass(MONTH);

        List<CompletableFuture<String>> current = instances.stream()
                .map(keys -> CompletableFuture.supplyAsync(() -> current(keys), Thread::startVirtualThread))
                .toList();

        assertThat(current.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(keys().published().getKeys()).hasSize(2);
    }

    private static String current(SigningKeys keys) {
        try {
            return keys.current().getKeyID();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_key_of_another_instance_is_found() throws Exception {
        SigningKeys here = keys();
        clock.pass(MONTH);
        String made = new SigningKeys(new KeyFile(file), Duration.ofDays(1), clock)
                .current()
                .getKeyID();

        assertThat(here.select(
                        new JWKSelector(new JWKMatcher.Builder().keyID(made).build())))
                .hasSize(1);
    }

    @Test
    void a_file_that_others_may_read() throws Exception {
        keys();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(this::keys)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file + " has private keys, and others may read or write it. Change that: chmod 600 " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}", "schema: x"})
    void a_file_of_something_else(String text) throws Exception {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);

        assertThatThrownBy(this::keys)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " has no keys of a token endpoint: ");
        assertThat(file).hasContent(text); // whatever it is, it is still there
    }
}
