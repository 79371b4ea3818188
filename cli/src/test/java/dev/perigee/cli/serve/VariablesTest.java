package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("NAME", "ann", "NUMBER", "12", "DOLLAR", "a$1${NAME}");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${NAME}          | ann",
                "'${NAME}'        | ann",
                "x${NAME}y${NAME} | xannyann",
                "${NUMBER}        | 12",
                "${DOLLAR}        | a$1${NAME}",
                "$NAME            | $NAME",
                "$${NAME}         | ${NAME}",
                "a$b              | a$b",
            },
            quoteCharacter = '`')
    void in_texts_of_sql(String written, String value) throws Exception {
        assertThat(read("sql:\n  url: x\n  user: " + written).sql().user()).isEqualTo(value);
    }

    @Test
    void the_folder_is_absolute_and_no_variable() throws Exception {
        assertThat(read("sql: {url: \"jdbc:sqlite:${folder}/a.db\"}").sql().url())
                .isEqualTo("jdbc:sqlite:" + folder.toAbsolutePath() + "/a.db");
    }

    @Test
    void nowhere_else() {
        assertThat(catchThrowableOfType(ServeException.class, () -> read("schema: ${NAME}")))
                .message()
                .startsWith(folder + "/perigee.yaml:1:9: \"schema\" must be files");
    }

    @Test
    void all_that_are_missing_are_told_with_their_places() {
        assertThat(catchThrowableOfType(
                        ServeException.class,
                        () -> read("sql:\n  url: ${A}\n  schemas: [b, \"c${D}\"]\n  user: \"${}\"")))
                .hasMessage("""
                    %1$s:2:8: There is no environment variable "A".
                    %1$s:3:16: There is no environment variable "D".
                    %1$s:4:9: There is no environment variable "".\
                    """, folder.resolve("perigee.yaml"));
    }

    private Settings read(String yaml) throws Exception {
        Files.writeString(folder.resolve("perigee.yaml"), yaml);
        return SettingsReader.read(folder, Overrides.NONE, ENVIRONMENT::get);
    }
}
