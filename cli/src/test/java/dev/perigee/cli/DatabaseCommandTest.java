package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.cli.serve.GraphFolder;
import dev.perigee.cli.serve.RestoresClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands other than serve do with databases. */
@ExtendWith(RestoresClassLoader.class)
class DatabaseCommandTest {
    @TempDir
    private Path folder;

    private String url;

    @BeforeEach
    void makeDatabase() throws SQLException {
        url = "jdbc:sqlite:" + folder.resolve("music.db");
        run(
                url,
                "create table artist (id integer primary key, name text not null)",
                "create table album (id integer primary key, title text, artist_id integer references artist)");
    }

    @Test
    void prints_the_schema_of_a_database() throws Exception {
        CommandRun plain = CommandRun.of("schema", "print", "--jdbc", url);
        assertThat(plain.exitCode()).isZero();
        assertThat(plain.out()).contains("""
            type Album {
              id: ID!
              title: String
              artistId: ID
              artist: Artist
            }
            """).doesNotContain("Mutation");
        assertThat(CommandRun.of("schema", "print", "--jdbc", url, "--mutations")
                        .out())
                .contains("createAlbum");
    }

    @Test
    void prints_it_with_files_on_top() throws Exception {
        String more = Files.writeString(folder.resolve("more.graphqls"), """
            extend type Artist { fans: Int! }
            type Album { title: String }
            """).toString();
        CommandRun run = CommandRun.of("schema", "print", "--jdbc", url, more);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("  fans: Int!\n}").contains("type Album {\n  title: String\n}");
    }

    @Test
    void prints_that_of_a_folder() throws Exception {
        Files.writeString(folder.resolve("perigee.yaml"), "sql: {url: 'jdbc:sqlite:${folder}/music.db'}");
        assertThat(CommandRun.of("schema", "print", "--graph", folder.toString()))
                .isEqualTo(CommandRun.of("schema", "print", "--jdbc", url));
    }

    @Test
    void a_plan_has_the_statements() {
        CommandRun run =
                CommandRun.withInput("{ albums { nodes { title artist { name } } } }", "plan", "--jdbc", url, "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
            query
              albums: load sql #1
                nodes: compute
                  title: compute
                  artist: load sql #2
                    name: compute
            batches
              sql #1: albums
                starts at once
                select t."title", t."artist_id" from "album" t order by t."id" limit 100
              sql #2: albums.nodes.artist
                waits for albums
                select t."id", t."name" from "artist" t where t."id" in (?, ?)
            """);
    }

    /** One line each, without a trace, and without what may be secret. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jdbc:mysql://localhost/x?password=secret | There is no driver for jdbc:mysql://localhost/x. Those of"
                        + " H2, PostgreSQL and SQLite come with Perigee; name the jar of another one with --driver, or"
                        + " with \"driver\" in perigee.yaml. For MariaDB that is mariadb-java-client, for MySQL"
                        + " mysql-connector-j.",
                "jdbc:h2:mem:nothing;USER=app;PASSWORD=secret | There is no table in jdbc:h2:mem:nothing, schema"
                        + " PUBLIC. Check the URL, what the user may see, and \"schemas\" in perigee.yaml.",
                "jdbc:h2:mem:nothing;IFEXISTS=TRUE | Can't reach the database jdbc:h2:mem:nothing: Database",
                "jdbc:postgresql://app:secret@localhost:1/x | Can't reach the database"
                        + " jdbc:postgresql://localhost:1/x: ",
                "music.db | \"music.db\" is no URL of JDBC, such as jdbc:postgresql://localhost/music.",
            })
    void databases_that_can_not_be_used(String url, String problem) {
        for (String command : new String[] {"serve", "schema print"}) {
            String[] arguments = (command + " --jdbc " + url).split(" ");
            CommandRun run = CommandRun.of(arguments);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith(problem).hasLineCount(1).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve --user app | --user, --password-env, --driver and --mutations go with --jdbc.",
                "serve --jdbc jdbc:h2:mem:x --password-env NO_SUCH | There is no environment variable NO_SUCH.",
                "serve --jdbc jdbc:h2:mem:x --driver no.jar | There is no no.jar.",
                "schema print | What schema? Name files, --graph, --jdbc, --grpc, --proto or --descriptors.",
                "plan - | One of --schema, --graph, --jdbc and --grpc says what the plan is for.",
                "ddl | Missing required parameter: 'DIR'",
            })
    void wrong_usage(String command, String problem) {
        CommandRun run = CommandRun.of(command.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("perigee: " + problem + "\n");
    }

    @Test
    void tables_of_records_are_printed_and_created() throws Exception {
        String shop = "jdbc:h2:" + folder.resolve("shop");
        GraphFolder graph = new GraphFolder(folder);
        graph.write("perigee.yaml", "schema: schema.graphqls\ncode: classes\n");
        graph.write("schema.graphqls", "type Query { item(id: ID!): Item }\ntype Item { id: ID! name: String! }\n");
        graph.module("""
            var database = dev.perigee.sql.database.Database.connect(
                    "%s", null, null, 2, dev.perigee.sql.database.SqlLimits.DEFAULT);
            record Item(@dev.perigee.sql.Key long id, @dev.perigee.sql.NotNull String name) {}
            wiring.source(dev.perigee.sql.SqlSource.builder(
                    database, dev.perigee.sql.model.RecordModels.of(Item.class)).build());
            """.formatted(shop));
        CommandRun before = CommandRun.withInput("{ item(id: 1) { name } }", "plan", "--graph", folder.toString(), "-");
        assertThat(before.err()).contains("there is no table").hasLineCount(1);

        CommandRun printed = CommandRun.of("ddl", folder.toString());
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).startsWith("create table \"item\" (").endsWith(");\n");
        assertThat(CommandRun.of("ddl", folder.toString(), "--apply")).isEqualTo(printed);
        try (Connection connection = DriverManager.getConnection(shop);
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from \"item\"")) {
            assertThat(rows.next()).isTrue();
        }
        CommandRun again = CommandRun.of("ddl", folder.toString(), "--apply");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).startsWith("A statement failed: ").hasLineCount(1);
        assertThat(CommandRun.withInput("{ item(id: 1) { name } }", "plan", "--graph", folder.toString(), "-")
                        .exitCode())
                .isZero();
    }

    @Test
    void code_without_a_database_has_no_tables() throws Exception {
        GraphFolder.hello(folder);
        CommandRun run = CommandRun.of("ddl", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("The code of " + folder + " has no database. Its modules wire one as a SqlSource.\n");
    }

    private static void run(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String text : statements) statement.execute(text);
        }
    }
}
