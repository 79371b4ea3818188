package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of the settings of {@code grpc} is what there is. */
class GrpcGuideTest {
    @TempDir
    private Path folder;

    private String all;

    @BeforeEach
    void readGuide() throws Exception {
        Matcher block = Pattern.compile("```yaml\n(grpc:.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/guide/grpc.md")));
        assertThat(block.find()).isTrue();
        all = block.group(1);
    }

    @Test
    void all_that_is_shown_can_be_set() throws Exception {
        Files.createDirectories(folder.resolve("protos/acme"));
        Files.createDirectories(folder.resolve("vendor"));
        Files.writeString(folder.resolve("retries.json"), "{}");

        GrpcSettings settings = read(all);

        assertThat(settings.reload()).isEqualTo(Reload.ALWAYS);
        assertThat(settings.poll()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.hasRpc()).isFalse();
        assertThat(settings.servers()).singleElement().satisfies(server -> {
            assertThat(server.name()).isEqualTo("users");
            assertThat(server.idl())
                    .isEqualTo(new IdlPlace(
                            List.of(folder.resolve("protos/acme")), List.of(folder.resolve("vendor")), List.of()));
        });
    }

    @Test
    void all_that_can_be_set_is_shown() {
        for (String group : new String[] {
            "grpc: {x: 1}",
            "grpc: {servers: {a: {addresses: 'a:1', x: 1}}}",
            "grpc: {servers: {a: {addresses: 'a:1', headers: {x: 1}}}}",
            "grpc: {servers: {a: {addresses: 'a:1', limits: {x: 1}}}}",
            "grpc: {servers: {a: {addresses: 'a:1', tls: {x: 1}}}}",
            "grpc: {servers: {a: {addresses: 'a:1', keepAlive: {x: 1}}}}",
        }) {
            String known = catchThrowableOfType(ServeException.class, () -> read(group))
                    .getMessage()
                    .replaceAll("(?s).*Unknown setting \"x\"\\. There are (.*?)\\..*", "$1");
            for (String name : known.split(", ")) assertThat(all).containsPattern("\\b" + name + ":");
        }
    }

    private GrpcSettings read(String yaml) throws Exception {
        Files.writeString(folder.resolve("perigee.yaml"), yaml);
        return Objects.requireNonNull(
                SettingsReader.read(folder, Overrides.NONE).grpc());
    }
}
