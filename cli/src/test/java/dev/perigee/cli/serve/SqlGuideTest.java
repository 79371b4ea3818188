package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.graph.FilterLimits;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.PageLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide says of the settings of databases is what there is. */
class SqlGuideTest {
    @TempDir
    private Path folder;

    @Test
    void all_settings_are_shown_with_their_defaults() throws Exception {
        List<String> blocks = blocks();
        SqlSettings shown = read(blocks.getFirst());
        assertThat(shown.password()).isEqualTo("value of DB_PASSWORD");
        assertThat(shown.limits()).isEqualTo(SqlLimits.DEFAULT);
        assertThat(shown.pageLimits()).isEqualTo(PageLimits.DEFAULT);
        assertThat(shown.filterLimits()).isEqualTo(FilterLimits.DEFAULT);
        assertThat(shown.options()).isEqualTo(GraphOptions.DEFAULT);
        assertThat(shown)
                .usingRecursiveComparison()
                .ignoringFields("user", "password", "driver", "refinement")
                .isEqualTo(read("sql: {url: 'jdbc:postgresql://localhost/music'}"));
        assertThat(read(blocks.get(1)).places().places()).containsKeys("track", "track.lock_version", "track.media");
    }

    @Test
    void no_setting_is_missing() throws Exception {
        String all = String.join("\n", blocks());
        for (String group : List.of(
                "sql: {x: 1}",
                "sql: {limits: {x: 1}}",
                "sql: {tables: {a: {x: 1}}}",
                "sql: {tables: {a: {columns: {b: {x: 1}}}}}")) {
            String known = catchThrowableOfType(ServeException.class, () -> read(group))
                    .getMessage()
                    .replaceAll("(?s).*Unknown setting \"x\"\\. There are (.*?)\\..*", "$1");
            for (String name : known.split(", ")) assertThat(all).containsPattern("(?m)(^ *|\\{)" + name + ":");
        }
    }

    private static List<String> blocks() throws Exception {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/guide/sql.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private SqlSettings read(String yaml) throws Exception {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/mariadb.jar"), "");
        Files.writeString(folder.resolve("perigee.yaml"), yaml);
        return SettingsReader.read(folder, Overrides.NONE, name -> "value of " + name)
                .sql();
    }
}
