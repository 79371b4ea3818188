package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.perigee.sql.hydration.Accounts.Player;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that objects of other sources lead to, and records that Java code gives for rows. */
class LinkTest {
    private static final String SCHEMA = """
        extend type Query { people: [Person!]! made: [Player!]! }
        type Mutation { rename(id: ID!, name: String!): Player }
        type Person {
          name: String!
          players(first: Int, last: Int, filter: PlayerFilter, orderBy: [PlayerOrder!]): [Player!]
          all: [Player!]
          strongest(first: Int! = 1, orderBy: [PlayerOrder!]! = [{level: DESC}]): [Player!]
          pages(first: Int): PlayerConnection
          account: Account
          membership: Membership
          odd: Account
        }
        """;

    record Person(String name, int accountId) {}

    private final Recorder recorder = new Recorder();

    static Stream<TestDatabase> databases() {
        return TestDatabases.all();
    }

    private Engine engine(TestDatabase test) throws Exception {
        Accounts.create(test);
        return engine(
                test,
                source -> source.from("Person.players", Person.class, Person::accountId, "parentId")
                        .from(
                                "Person.all",
                                Person.class,
                                person -> person.accountId() == 0 ? null : person.accountId(),
                                "parentId")
                        .from("Person.strongest", Person.class, Person::accountId, "parentId")
                        .from("Person.pages", Person.class, Person::accountId, "parentId")
                        .from("Person.account", Person.class, person -> (long) person.accountId(), "id")
                        .from(
                                "Person.membership",
                                Person.class,
                                person -> List.of(3, person.accountId()),
                                "playerId",
                                "guildId")
                        .from("Person.odd", Person.class, Person::name, "id"));
    }

    private Engine engine(TestDatabase test, UnaryOperator<SqlSource.Builder> links) throws Exception {
        Database database = Database.of(recorder.over(test.dataSource()), 4, SqlLimits.DEFAULT);
        SqlSource source =
                links.apply(SqlSource.builder(database, Accounts.MODEL)).build();
        Wiring wiring = Wiring.builder()
                .query(
                        "people",
                        (arguments, context) -> List.of(
                                new Person("Ada", 1),
                                new Person("Bob", 2),
                                new Person("No", 0),
                                new Person("Ada II", 1)))
                .query(
                        "made",
                        (arguments, context) -> List.of(
                                new Player(3, "Sid", null, 1, 2L, null, null, null, null, null),
                                new Player(9, "New", 4, 2, null, null, null, null, null, null)))
                .mutation("rename", (arguments, context) -> {
                    long id = arguments.numericId("id");
                    String name = arguments.string("name");
                    test.execute("update " + quoted(test, "player") + " set " + quoted(test, "name") + " = '" + name
                            + "' where " + quoted(test, "id") + " = " + id);
                    return new Player(id, name, null, 1, null, null, null, null, null, null);
                })
                .source(source)
                .build();
        var schema = SchemaReader.from(Source.of("schema", source.schema() + SCHEMA))
                .library(SqlSource.scalars())
                .read();
        Engine engine = Engine.builder(schema).wiring(wiring).build();
        recorder.take();
        return engine;
    }

    private static String quoted(TestDatabase database, String name) {
        String quote = database.name().equals("MariaDB") ? "`" : "\"";
        return quote + name + quote;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void objects_of_other_sources_have_rows_by_one_statement_a_table(TestDatabase database) throws Exception {
        var response = engine(database).execute(Request.of("{ people { name all { name } account { username } } }"));
        assertThat(response)
                .hasToString("{\"data\":{\"people\":["
                                 + "{\"name\":\"Ada\",\"all\":[{\"name\":\"Ann\"},{\"name\":\"Ben\"}],\"account\":{\"username\":\"ada\"}},"
                                 + "{\"name\":\"Bob\",\"all\":[{\"name\":\"Cid\"},{\"name\":\"Dot\"},{\"name\":\"Eve\"}],"
                                 + "\"account\":{\"username\":\"bob\"}},"
                                 + "{\"name\":\"No\",\"all\":[],\"account\":null},{\"name\":\"Ada"
                                 + " II\",\"all\":[{\"name\":\"Ann\"},{\"name\":\"Ben\"}],"
                                 + "\"account\":{\"username\":\"ada\"}}]}}");
        assertThat(recorder.take()).hasSize(2);
        assertThat(response.summary().calls()).containsEntry("sql", 2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void they_are_filtered_ordered_cut_and_paged_as_relations_are(TestDatabase database) throws Exception {
        var response = engine(database).execute(Request.of("""
            { people {
                players(first: 1, orderBy: [{level: DESC}], filter: {name: {ne: "Ann"}}) { name }
                pages(first: 2) { totalCount pageInfo { hasNextPage } nodes { name parent { username } } } } }
            """));
        assertThat(response)
                .hasToString("{\"data\":{\"people\":["
                        + "{\"players\":[{\"name\":\"Ben\"}],\"pages\":" + adas()
                        + "},{\"players\":[{\"name\":\"Cid\"}],\"pages\":{\"totalCount\":3,\"pageInfo\":{\"hasNextPage\":true},"
                        + "\"nodes\":[{\"name\":\"Cid\",\"parent\":{\"username\":\"bob\"}},"
                        + "{\"name\":\"Dot\",\"parent\":{\"username\":\"bob\"}}]}},"
                        + "{\"players\":[],\"pages\":{\"totalCount\":0,\"pageInfo\":{\"hasNextPage\":false},\"nodes\":[]}},"
                        + "{\"players\":[{\"name\":\"Ben\"}],\"pages\":" + adas() + "}]}}");
        assertThat(recorder.take()).hasSize(4);
    }

    private static String adas() {
        return "{\"totalCount\":2,\"pageInfo\":{\"hasNextPage\":false},\"nodes\":["
            + "{\"name\":\"Ann\",\"parent\":{\"username\":\"ada\"}},{\"name\":\"Ben\",\"parent\":{\"username\":\"ada\"}}]}";
    }

    @ParameterizedTest
    @MethodSource("databases")
    void defaults_of_arguments_say_what_a_field_lists(TestDatabase database) throws Exception {
        assertThat(engine(database).execute(Request.of("{ people { strongest { name level } } }")))
                .hasToString("{\"data\":{\"people\":[{\"strongest\":[{\"name\":\"Ann\",\"level\":3}]},"
                        + "{\"strongest\":[{\"name\":\"Cid\",\"level\":7}]},{\"strongest\":[]},"
                        + "{\"strongest\":[{\"name\":\"Ann\",\"level\":3}]}]}}");
        assertThat(recorder.take()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_key_may_have_several_values(TestDatabase database) throws Exception {
        var response = engine(database).execute(Request.of("{ people { membership { role guild { name } } } }"));
        assertThat(response)
                .hasToString(
                        "{\"data\":{\"people\":[{\"membership\":{\"role\":\"scout\",\"guild\":{\"name\":\"Foxes\"}}},"
                            + "{\"membership\":{\"role\":\"chief\",\"guild\":{\"name\":\"Owls\"}}},{\"membership\":null},"
                            + "{\"membership\":{\"role\":\"scout\",\"guild\":{\"name\":\"Foxes\"}}}]}}");
        assertThat(recorder.take()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_record_stands_for_its_row(TestDatabase database) throws Exception {
        var response = engine(database)
                .execute(Request.of(
                        "{ made { id name level parent { username } mentor { name } guilds { nodes { name } } } }"));
        assertThat(response)
                .hasToString("{\"data\":{\"made\":[{\"id\":\"3\",\"name\":\"Sid\",\"level\":null,"
                                 + "\"parent\":{\"username\":\"ada\"},\"mentor\":{\"name\":\"Ben\"},"
                                 + "\"guilds\":{\"nodes\":[{\"name\":\"Foxes\"},{\"name\":\"Owls\"}]}},"
                                 + "{\"id\":\"9\",\"name\":\"New\",\"level\":4,\"parent\":{\"username\":\"bob\"},\"mentor\":null,"
                                 + "\"guilds\":{\"nodes\":[]}}]}}");
        assertThat(recorder.take()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_Java_code_writes_is_seen_by_the_next_field_of_a_mutation(TestDatabase database) throws Exception {
        Engine engine = engine(database);
        var response = engine.execute(Request.of("""
            mutation {
              one: rename(id: 1, name: "Anna") { name twin: mentor { id } pupils { nodes { mentor { name } } } }
              two: rename(id: 1, name: "Annika") { pupils { nodes { mentor { name } } } }
            }
            """));
        assertThat(response)
                .hasToString("{\"data\":{\"one\":{\"name\":\"Anna\",\"twin\":null,\"pupils\":{\"nodes\":["
                        + "{\"mentor\":{\"name\":\"Anna\"}},{\"mentor\":{\"name\":\"Anna\"}}]}},"
                        + "\"two\":{\"pupils\":{\"nodes\":["
                        + "{\"mentor\":{\"name\":\"Annika\"}},{\"mentor\":{\"name\":\"Annika\"}}]}}}}");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_key_of_another_class_is_an_error_of_the_server(TestDatabase database) throws Exception {
        var response = engine(database).execute(Request.of("{ people { odd { id } } }"));
        assertThat(response.errors()).extracting(ResponseError::code).containsOnly("INTERNAL_ERROR");
        assertThat(response.errors()).extracting(ResponseError::message).noneMatch(message -> message.contains("Ada"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_does_not_fit_the_schema_or_the_model_is_said_at_once(TestDatabase database) throws Exception {
        Accounts.create(database);
        assertThatThrownBy(() ->
                        engine(database, source -> source.from("Person.player", Person.class, Person::name, "id")))
                .hasMessage("There is no field Person.player in the schema");
        assertThatThrownBy(
                        () -> engine(database, source -> source.from("Person.name", Person.class, Person::name, "id")))
                .hasMessage("Person.name is String!, which is not about rows of this database");
        assertThatThrownBy(() ->
                        engine(database, source -> source.from("Person.all", Person.class, Person::name, "owner")))
                .hasMessageStartingWith("Person.all goes by \"owner\", which is no column of ");
        assertThatThrownBy(() -> engine(database, source -> source.from("Person.all", Person.class, Person::name)))
                .hasMessage("Person.all goes by no column");
    }
}
