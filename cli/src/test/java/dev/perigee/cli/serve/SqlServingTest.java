package dev.perigee.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Databases served alone, and as parts of graphs of folders. */
@ExtendWith(RestoresClassLoader.class)
class SqlServingTest {
    @TempDir
    private Path path;

    private GraphFolder folder;
    private String url;

    @BeforeEach
    void makeDatabase() throws Exception {
        folder = new GraphFolder(path);
        url = "jdbc:h2:" + path.resolve("music");
        try (Connection connection = DriverManager.getConnection(url, "app", "secret");
                Statement statement = connection.createStatement()) {
            statement.execute("create table \"artist\" (\"id\" int primary key, \"name\" varchar(100) not null)");
            statement.execute("create table \"album\" (\"id\" int primary key, \"title\" varchar(100),"
                    + " \"artist_id\" int references \"artist\", \"cost\" int)");
            statement.execute("insert into \"artist\" values (1, 'Nova'), (2, 'Vega')");
            statement.execute("insert into \"album\" values (1, 'Dawn', 1, 5), (2, 'Dusk', 1, 7), (3, 'Noon', 2, 9)");
        }
    }

    @Test
    void a_database_alone() throws Exception {
        DatabaseAddress address = new DatabaseAddress(url, "app", "secret", null, false);
        try (Serving serving = Serving.start(null, new Overrides(0, null, null, address, null))) {
            assertThat(get(serving, "{albums(filter:{title:{like:\"D%\"}}){nodes{title artist{name}}}}"))
                    .isEqualTo("{\"data\":{\"albums\":{\"nodes\":[{\"title\":\"Dawn\",\"artist\":{\"name\":\"Nova\"}},"
                            + "{\"title\":\"Dusk\",\"artist\":{\"name\":\"Nova\"}}]}}}");
            assertThat(get(serving, "{__type(name:\"Mutation\"){name}}")).isEqualTo("{\"data\":{\"__type\":null}}");
        }
    }

    @Test
    void tables_refined_by_settings() throws Exception {
        settings("""
              lists: plain
              tables:
                album:
                  type: Record
                  columns: {title: {field: name}, cost: {hidden: true}}
                  relations: {artist: by}
                artist:
                  relations: {records: discs}
            """);
        try (Serving serving = start()) {
            assertThat(get(serving, "{artist(id:1){discs{name by{name}}}}"))
                    .isEqualTo("{\"data\":{\"artist\":{\"discs\":[{\"name\":\"Dawn\",\"by\":{\"name\":\"Nova\"}},"
                            + "{\"name\":\"Dusk\",\"by\":{\"name\":\"Nova\"}}]}}}");
            assertThat(get(serving, "{records{nodes{cost}}}"))
                    .contains("Cannot query")
                    .contains("cost");
        }
    }

    @Test
    void a_schema_on_top_with_code_behind_what_is_new() throws Exception {
        settings("  consistent: true\nschema: more.graphqls\ncode: classes\n");
        folder.write("more.graphqls", """
            extend type Query { greeting: String! }
            extend type Artist { shout: String! }
            "An album, as far as we tell."
            type Album { title: String artist: Artist }
            """);
        folder.module("""
            wiring.query("greeting", (arguments, context) -> "hello");
            wiring.function("Artist.shout", (artist, arguments, context, info) -> {
                dev.perigee.sql.database.Row row = (dev.perigee.sql.database.Row) artist;
                return String.valueOf(row.value(row.table().columnOfField("name"))).toUpperCase() + "!";
            });
            """);
        try (Serving serving = start()) {
            assertThat(get(serving, "{greeting album(id:3){title artist{shout}}}"))
                    .isEqualTo("{\"data\":{\"greeting\":\"hello\",\"album\":{\"title\":\"Noon\","
                            + "\"artist\":{\"shout\":\"VEGA!\"}}}}");
            assertThat(get(serving, "{album(id:3){cost}}"))
                    .contains("Cannot query")
                    .contains("cost");
        }
    }

    @Test
    void names_that_the_database_does_not_have() throws Exception {
        settings("""
              tables:
                albun: {readOnly: true}
                album:
                  columns: {titel: {field: name}}
                  relations: {artists: by}
                  version: edition
            """);
        String file = path + "/perigee.yaml:";
        assertThat(failure().problems())
                .containsExactlyInAnyOrder(
                        file + "7:5: albun: there is no such table to keep from writing. Did you mean \"album\"?",
                        file + "9:17: album.titel: there is no such column to rename. Did you mean \"title\"?",
                        file + "10:19: album.artists: there is no such relation to rename. It has artist.",
                        file + "11:7: album.edition: there is no such column to count writes in."
                                + " Write its name as the database does.");
    }

    @Test
    void a_wrong_password() throws Exception {
        folder.write("perigee.yaml", "sql: {url: 'jdbc:h2:${folder}/music', user: app, password: wrong}\nport: 0");
        assertThat(failure().problems())
                .singleElement()
                .asString()
                .startsWith("Not let in by the database " + url + " as the user app: ")
                .doesNotContain("wrong\"");
    }

    @Test
    void problems_of_a_schema_on_top() throws Exception {
        settings("schema: more.graphqls\n");
        folder.write("more.graphqls", "extend type Albun { name: String }");
        assertThat(failure().problems())
                .singleElement()
                .asString()
                .startsWith(path + "/more.graphqls:1:1: ")
                .contains("\"Albun\"");
        folder.write("more.graphqls", "extend type {");
        assertThat(failure().problems()).singleElement().asString().startsWith(path + "/more.graphqls:1:13: ");
    }

    @Test
    void a_driver_of_ones_own() throws Exception {
        folder.compile("driver", List.of(), "own.Driver", """
            package own;
            public final class Driver implements java.sql.Driver {
                public boolean acceptsURL(String url) { return url.startsWith("jdbc:own:"); }
                public java.sql.Connection connect(String url, java.util.Properties properties)
                        throws java.sql.SQLException {
                    return java.sql.DriverManager.getConnection("%s", properties);
                }
                public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties properties) {
                    return new java.sql.DriverPropertyInfo[0];
                }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public java.util.logging.Logger getParentLogger() { return java.util.logging.Logger.getGlobal(); }
            }
            """.formatted(url));
        folder.write("driver/META-INF/services/java.sql.Driver", "own.Driver\n");
        folder.jar("driver", "lib/own.jar");
        folder.write(
                "perigee.yaml", "sql: {url: 'jdbc:own:x', user: app, password: secret, driver: lib/own.jar}\nport: 0");
        try (Serving serving = start()) {
            assertThat(get(serving, "{albums{totalCount}}")).isEqualTo("{\"data\":{\"albums\":{\"totalCount\":3}}}");
        }
        folder.write("perigee.yaml", "sql: {url: 'jdbc:other:x', driver: lib/own.jar}");
        assertThat(failure().problems())
                .containsExactly("There is no driver for jdbc:other:x in " + path.resolve("lib/own.jar") + ".");
    }

    private void settings(String more) throws Exception {
        folder.write("perigee.yaml", """
            port: 0
            sql:
              url: jdbc:h2:${folder}/music
              user: app
              password: secret
            %s\
            """.formatted(more));
    }

    private Serving start() throws Exception {
        return Serving.start(path, Overrides.NONE);
    }

    private ServeException failure() {
        return catchThrowableOfType(ServeException.class, () -> start().close());
    }

    private static String get(Serving serving, String query) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            serving.uri().resolve("graphql?query=" + URLEncoder.encode(query, UTF_8)))
                    .header("Accept", "application/json")
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
