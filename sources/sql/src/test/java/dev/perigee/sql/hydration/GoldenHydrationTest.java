package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Response;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import dev.perigee.sql.graph.Cursor;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.GraphOptions.ToMany;
import dev.perigee.sql.graph.OrderReader;
import dev.perigee.sql.model.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is sent for a query, to the column: a folder is a case, with the plan and the statements for H2 and PostgreSQL, and
 * the response, which is the same for both. Statements of batches that run at the same time are in no order of their own,
 * so they are sorted. The cases that begin with {@code lists} have lists for connections, those that begin with {@code
 * bare} lists without arguments. {@code -Dgolden.update} rewrites the files that differ.
 */
class GoldenHydrationTest {
    private static final Path CASES = Path.of("src/test/resources/dev/perigee/sql/hydration/cases");

    /** What Java adds to the graph: a method of a record, a resolver, and values of another source. */
    private static final String EXTENSION = """

        extend type Account { greeting: String! }
        extend type Player { rank: String!, avatar: Avatar }
        type Avatar { url: String! }
        """;

    private static final Map<String, Map<String, Object>> VARIABLES = Map.of(
            "columns-in-one-read", Map.of("isLong", true),
            "conditions-leave-out", Map.of("no", false, "yes", true),
            "filters-by-relations", Map.of("name", "cy"),
            "pages-after", Map.of("after", cursor("Account", 1L)));

    record Avatar(String url) {}

    static final class Avatars implements Loader<Long, Avatar> {
        @Override
        public Map<Long, Avatar> load(Set<Long> players, Context context) {
            return players.stream()
                    .collect(Collectors.toMap(Function.identity(), id -> new Avatar("/avatars/" + id + ".png")));
        }
    }

    private static String cursor(String type, Object key) {
        Table table = Accounts.MODEL.table(type);
        return Cursor.encode(table, OrderReader.read(table, null), List.of(key));
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<TestDatabase> databases = List.of(TestDatabases.h2(), TestDatabases.postgres());
        databases.forEach(Accounts::create);
        List<Path> folders;
        try (Stream<Path> all = Files.list(CASES)) {
            folders = all.sorted().toList();
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : folders) {
            for (TestDatabase database : databases) {
                String name = folder.getFileName() + " " + database.name();
                tests.add(DynamicTest.dynamicTest(name, () -> check(database, folder)));
            }
        }
        return tests.stream();
    }

    private static void check(TestDatabase database, Path folder) throws IOException {
        String name = folder.getFileName().toString();
        String query = Files.readString(folder.resolve("query.graphql"));
        TestGraph graph = graph(database, name);
        String kind = database.name().toLowerCase(Locale.ROOT);
        compare(folder.resolve("plan." + kind + ".txt"), graph.plan(query));
        Response response = graph.run(query, VARIABLES.getOrDefault(name, Map.of()));
        List<String> statements = graph.statements().stream().sorted().toList();
        compare(folder.resolve("statements." + kind + ".txt"), String.join("\n", statements) + "\n");
        compare(folder.resolve("response.json"), response + "\n");
        assertThat(response.errors()).isEmpty();
        assertThat(response.summary().calls().get("sql")).isEqualTo(statements.size());
    }

    private static TestGraph graph(TestDatabase database, String name) {
        boolean isBare = name.startsWith("bare");
        GraphOptions options =
                GraphOptions.DEFAULT.with(isBare || name.startsWith("lists") ? ToMany.LISTS : ToMany.CONNECTIONS);
        return TestGraph.of(
                database,
                Accounts.MODEL,
                source -> withNeeds(source.options(options)),
                schema -> (isBare ? RandomGraph.bare(schema) : schema) + EXTENSION,
                GoldenHydrationTest::wire);
    }

    private static SqlSource.Builder withNeeds(SqlSource.Builder source) {
        return source.needs("Account.greeting", "username")
                .needs("Player.rank", "level")
                .needs("Player.avatar", "id");
    }

    private static void wire(Wiring.Builder wiring) {
        wiring.type(
                        "Player",
                        Accounts.Player.class,
                        player -> player.field("rank", one -> one.level() == null || one.level() < 5 ? "low" : "high")
                                .load("avatar", Avatars.class, Accounts.Player::id))
                .loader(Avatars.class, context -> new Avatars());
    }

    private static void compare(Path file, String actual) throws IOException {
        if (System.getProperty("golden.update") != null) Files.writeString(file, actual);
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
