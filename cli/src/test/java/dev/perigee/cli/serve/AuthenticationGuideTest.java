package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of settings is what there is. */
class AuthenticationGuideTest {
    @TempDir
    private Path folder;

    private List<String> blocks;

    @BeforeEach
    void read() throws Exception {
        blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/guide/authentication.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        Files.writeString(folder.resolve("schema.graphqls"), "");
        String clients = blocks.stream()
                .filter(block -> block.startsWith("web:"))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("clients.yaml"), clients);
    }

    @Test
    void all_that_it_shows_can_be_read_and_used() throws Exception {
        List<String> settings =
                blocks.stream().filter(block -> block.startsWith("schema:")).toList();
        assertThat(settings).hasSize(4);
        for (String block : settings) {
            AuthSettings auth = settings(block).auth();
            assertThat(auth).isNotNull();
            assertThat(auth.authentication(auth.tokenEndpoint())).isNotNull();
        }
    }

    /** The last block with an issuer, or with clients, shows each setting of its kind. */
    @Test
    void nothing_is_left_out() {
        for (String group : List.of("auth: {x: 1}", "auth: {audiences: {x: 1}}", "auth: {clients: {web: {x: 1}}}")) {
            String known = catchThrowableOfType(
                            ServeException.class, () -> settings("schema: schema.graphqls\n" + group))
                    .getMessage()
                    .replaceAll("(?s).*Unknown setting \"x\"\\. There are (.*?)\\..*", "$1");
            for (String name : known.split(", ")) {
                assertThat(String.join("\n", blocks)).containsPattern("(?m)^ +" + name + ": .*");
            }
        }
    }

    private Settings settings(String yaml) throws Exception {
        Files.writeString(folder.resolve("perigee.yaml"), yaml);
        return SettingsReader.read(folder, Overrides.NONE);
    }
}
