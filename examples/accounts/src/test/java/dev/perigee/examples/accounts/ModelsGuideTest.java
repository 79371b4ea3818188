package dev.perigee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.model.Database;
import dev.perigee.sql.model.Ddl;
import dev.perigee.sql.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the guide says about models is so: code is that of source files, tables and errors are those that it shows. */
class ModelsGuideTest {
    private static final Path GUIDE = Path.of("../../docs/guide/sql-models.md");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../blog/src/main/java"));

    @TestFactory
    Stream<DynamicTest> codeIsThatOfSources() {
        return blocks("java")
                .map(block -> dynamicTest(
                        block.lines().findFirst().orElseThrow(),
                        () -> assertThat(sources())
                                .as(block)
                                .anyMatch(source -> source.contains(withoutIndentation(block)))));
    }

    @Test
    void tablesAreThoseOfTheRecords() {
        var statements = Ddl.statements(AccountDatabase.MODEL, Database.H2);
        assertThat(blocks("sql")).containsExactly(String.join(";\n", statements) + ";\n");
    }

    @Test
    void aColumnThatIsMissingIsSaidAtOnce() throws Exception {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            Ddl.create(AccountDatabase.MODEL, connection);
            statement.execute("alter table \"player\" drop column \"level\"");
            var database = dev.perigee.sql.database.Database.of(pool, 1, SqlLimits.DEFAULT);
            var failure = catchThrowableOfType(
                    ModelException.class,
                    () -> SqlSource.builder(database, AccountDatabase.MODEL)
                            .build()
                            .records(Account.class));
            assertThat(blocks("text")).containsExactly(failure.getMessage() + "\n");
        } finally {
            pool.dispose();
        }
    }

    /** The code blocks of a language in the guide. */
    private static Stream<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(read(GUIDE))
                .results()
                .map(match -> match.group(1));
    }

    private static List<String> sources() throws IOException {
        return SOURCES.stream()
                .flatMap(ModelsGuideTest::filesBelow)
                .map(file -> withoutIndentation(read(file)))
                .toList();
    }

    private static Stream<Path> filesBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String code) {
        return String.join("\n", code.lines().map(String::strip).toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
