package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.execution.EngineLimits;
import dev.perigee.language.ParserLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of settings is what there is. */
class ServingGuideTest {
    @TempDir
    private Path folder;

    @Test
    void all_settings_are_shown_with_their_defaults() throws Exception {
        String guide = Files.readString(Path.of("../docs/guide/serving.md"));
        String all = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```yaml\n", "").replace("```", ""))
                .filter(block -> block.contains("limits:"))
                .findFirst()
                .orElseThrow();

        Settings shown = read(all);
        assertThat(shown.parserLimits()).isEqualTo(ParserLimits.REQUEST);
        assertThat(shown.engineLimits()).isEqualTo(EngineLimits.DEFAULT);
        assertThat(shown.gracePeriod()).isEqualTo(Duration.ofSeconds(10));
        assertThat(read("schema: schema/*.graphqls"))
                .usingRecursiveComparison()
                .ignoringFields("cors")
                .isEqualTo(shown);

        for (String group :
                new String[] {"x: 1", "cors: {x: 1}", "limits: {x: 1}", "subscriptions: {x: 1}", "documents: {x: 1}"}) {
            String known = catchThrowableOfType(ServeException.class, () -> read(group))
                    .getMessage()
                    .replaceAll("(?s).*Unknown setting \"x\"\\. There are (.*?)\\..*", "$1");
            for (String name : known.split(", ")) assertThat(all).containsPattern("(?m)^ *(# )?" + name + ":");
        }
    }

    private Settings read(String yaml) throws Exception {
        Files.createDirectories(folder.resolve("schema"));
        Files.writeString(folder.resolve("schema/schema.graphqls"), "");
        Files.writeString(folder.resolve("perigee.yaml"), yaml);
        return SettingsReader.read(folder, Overrides.NONE);
    }
}
