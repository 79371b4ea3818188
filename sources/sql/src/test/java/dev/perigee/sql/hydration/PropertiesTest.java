package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Binding;
import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.PropertyReader;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.ResponseError;
import dev.perigee.language.Source;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that know nothing of one another: objects lead to rows by a property, and rows to another source's values. */
class PropertiesTest {
    record Person(int accountId) {}

    /** What another source has for a row, by one of its columns. */
    private record ByColumn(String name) implements LoadSource {
        @Override
        public Object mergeKey(SelectedField field) {
            return this;
        }

        @Override
        public Set<String> parentNeeds(SelectedField field) {
            return Set.of(name);
        }

        @Override
        public PlannedLoad plan(List<? extends SelectedField> fields) {
            PropertyReader property = new PropertyReader(name);
            return new PlannedLoad() {
                @Override
                public int load(List<? extends Feed> feeds, SourceRun run) {
                    for (Feed feed : feeds) {
                        feed.complete(Arrays.stream(feed.parents())
                                .map(row -> name + " " + property.read(row))
                                .toArray());
                    }
                    return 1;
                }

                @Override
                public String source() {
                    return "other";
                }

                @Override
                public String describe() {
                    return name;
                }
            };
        }
    }

    private final Recorder recorder = new Recorder();

    static Stream<TestDatabase> databases() {
        return TestDatabases.all();
    }

    private Engine engine(TestDatabase test, LoadSource other) throws Exception {
        Accounts.create(test);
        Database database = Database.of(recorder.over(test.dataSource()), 4, SqlLimits.DEFAULT);
        SqlSource source = SqlSource.builder(database, Accounts.MODEL)
                .from("Person.players", "accountId", "parentId")
                .from("Thing.players", "owner", "parentId")
                .build();
        Wiring wiring = Wiring.builder()
                .source(source)
                .source((schema, sourced) -> sourced.sourced("Player", "elsewhere", new Binding.LoadFrom(other)))
                .query("people", (arguments, context) -> List.of(new Person(1), new Person(2)))
                .query("things", (arguments, context) -> List.of(Map.of("owner", 1)))
                .build();
        Source schema = Source.of("schema", source.schema() + """
            extend type Query { people: [Person!]! things: [Thing!]! }
            extend type Player { elsewhere: String }
            type Person { players: [Player!] }
            type Thing { players: [Player!] }
            """);
        Engine engine = Engine.builder(
                        SchemaReader.from(schema).library(SqlSource.scalars()).read())
                .wiring(wiring)
                .build();
        recorder.take();
        return engine;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_the_column_that_another_source_goes_by_is_read_along(TestDatabase database) throws Exception {
        var response = engine(database, new ByColumn("parentId"))
                .execute(Request.of("{ people { players { name elsewhere } } }"));
        assertThat(response)
                .hasToString("{\"data\":{\"people\":[{\"players\":[{\"name\":\"Ann\",\"elsewhere\":\"parentId 1\"},"
                        + "{\"name\":\"Ben\",\"elsewhere\":\"parentId 1\"}]},"
                        + "{\"players\":[{\"name\":\"Cid\",\"elsewhere\":\"parentId 2\"},"
                        + "{\"name\":\"Dot\",\"elsewhere\":\"parentId 2\"},"
                        + "{\"name\":\"Eve\",\"elsewhere\":\"parentId 2\"}]}]}}");
        assertThat(recorder.take()).singleElement().asString().doesNotContain("level");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_entry_of_a_map_leads_to_rows(TestDatabase database) throws Exception {
        assertThat(engine(database, new ByColumn("level")).execute(Request.of("{ things { players { name } } }")))
                .hasToString("{\"data\":{\"things\":[{\"players\":[{\"name\":\"Ann\"},{\"name\":\"Ben\"}]}]}}");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_column_that_there_is_not_is_an_error_of_the_field(TestDatabase database) throws Exception {
        var response = engine(database, new ByColumn("nothing"))
                .execute(Request.of("{ people { players { name elsewhere } } }"));
        assertThat(response.errors()).extracting(ResponseError::code).containsOnly("INTERNAL_ERROR");
        assertThat(recorder.take()).isEmpty();
    }
}
