package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.Authenticated;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Otherwise;
import dev.perigee.data.RequiresRoles;
import dev.perigee.data.RequiresScopes;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.language.Source;
import dev.perigee.schema.AudienceDirective;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Filterable;
import dev.perigee.sql.Has;
import dev.perigee.sql.Key;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Sortable;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.Table;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.model.ModelException;
import dev.perigee.sql.model.RecordModels;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the annotations of records keep from callers is not in a statement. */
class AccessTest {
    private static final Caller ANNA = Caller.named("Anna");
    private static final Caller ADMIN = Caller.named("Ada").withRoles("admin").withScopes("mail", "profile");

    private final Recorder recorder = new Recorder();
    private SqlSource source;

    @Table("person")
    record Person(
            @Key long id,
            @NotNull @Filterable @Sortable String name,

            @NotNull @Filterable @Sortable @RequiresScopes("mail profile")
            String email,

            @Filterable @Sortable @RequiresRoles(value = "admin", otherwise = Otherwise.NULL)
            Integer salary,

            Long bossId,
            @BelongsTo(by = "bossId") Person boss,
            @Has(by = "personId") List<Note> notes,

            @Has(by = "bossId") @Authenticated List<Person> team) {}

    @Table("note")
    @RequiresRoles(
            value = {"admin", "clerk"},
            otherwise = Otherwise.NULL)
    record Note(
            @Key long id,
            @NotNull @Filterable String text,
            long personId,
            @BelongsTo(by = "personId") Person person) {}

    @BeforeEach
    void create() throws Exception {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        try (var connection = h2.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                create table "person" ("id" bigint primary key, "name" varchar(40) not null, "email" varchar(40) not null,
                    "salary" int, "boss_id" bigint);
                create table "note" ("id" bigint primary key, "text" varchar(40) not null, "person_id" bigint not null);
                insert into "person" values (1, 'Ann', 'ann@x', 10, null), (2, 'Ben', 'ben@x', 20, 1), (3, 'Cid', 'cid@x', 30, 1);
                insert into "note" values (1, 'one', 1), (2, 'two', 2);
                """);
        }
        Database database = Database.of(recorder.over(h2), 4, SqlLimits.DEFAULT);
        source = SqlSource.builder(database, RecordModels.of(Person.class, Note.class))
                .options(GraphOptions.DEFAULT.withMutations())
                .build();
        recorder.take();
    }

    private String run(Caller caller, String document) {
        Schema schema = SchemaReader.from(Source.of("generated", source.schema()))
                .library(SqlSource.scalars())
                .read();
        Engine engine = Engine.builder(schema)
                .wiring(Wiring.builder().source(source).build())
                .build();
        return engine.execute(
                        Request.builder(document).value(Caller.class, caller).build())
                .toString()
                .replace('"', '\'');
    }

    @Test
    void each_audience_gets_the_same_rows_under_its_own_face() {
        String sdl = source.schema().replaceFirst("( name: String!)", "$1 @audience(only: [\"server\"])");
        Schema schema = SchemaReader.from(Source.of("generated", sdl), AudienceDirective.SOURCE)
                .library(SqlSource.scalars())
                .read();
        Engine engine = Engine.builder(schema)
                .wiring(Wiring.builder().source(source).build())
                .build();
        String query = "{ person(id: 2) { id boss { %s id } } }";
        for (String audience : List.of("mobile", "server")) {
            Caller caller = ADMIN.withAudience(audience);
            String field = audience.equals("server") ? "name" : "email";
            assertThat(engine.execute(Request.builder(query.formatted(field))
                                    .value(Caller.class, caller)
                                    .build())
                            .toString())
                    .isEqualTo("{\"data\":{\"person\":{\"id\":\"2\",\"boss\":{\"%s\":\"%s\",\"id\":\"1\"}}}}"
                            .formatted(field, audience.equals("server") ? "Ann" : "ann@x"));
            assertThat(recorder.take()).hasSize(2);
        }
        Request hidden = Request.builder(query.formatted("name"))
                .value(Caller.class, ADMIN.withAudience("mobile"))
                .build();
        assertThat(engine.execute(hidden).toString()).contains("Cannot query field \\\"name\\\" on type");
        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void a_denied_column_is_not_selected() {
        assertThat(run(ANNA, "{ person(id: 1) { name salary boss { email } } }"))
                .isEqualTo("{'data':{'person':{'name':'Ann','salary':null,'boss':null}}}");
        assertThat(recorder.take())
                .hasSize(1)
                .allSatisfy(sql -> assertThat(sql).contains("name", "boss_id").doesNotContain("salary", "email"));
        assertThat(run(ADMIN, "{ person(id: 1) { name salary email } }"))
                .isEqualTo("{'data':{'person':{'name':'Ann','salary':10,'email':'ann@x'}}}");
        assertThat(recorder.take()).singleElement().asString().contains("salary", "email");
    }

    @Test
    void a_denied_relation_and_table_are_not_read() {
        assertThat(run(Caller.ANONYMOUS, "{ person(id: 1) { team { nodes { name } } notes { totalCount } } }"))
                .contains("'data':{'person':null}", "Sign in to use Person.team.");
        assertThat(recorder.take()).hasSize(1);
        assertThat(run(
                        ANNA,
                        "{ person(id: 1) { name notes { nodes { text } } } notes { totalCount } note(id: 1) { id } }"))
                .isEqualTo("{'data':{'person':{'name':'Ann','notes':null},'notes':null,'note':null}}");
        assertThat(recorder.take()).hasSize(1);
        assertThat(run(ADMIN, "{ person(id: 1) { notes { nodes { text } } } }"))
                .isEqualTo("{'data':{'person':{'notes':{'nodes':[{'text':'one'}]}}}}");
    }

    @Test
    void nobody_finds_or_sorts_by_what_is_denied() {
        for (String arguments : List.of(
                "filter: {salary: {gt: 5}}",
                "filter: {not: {team: {some: {salary: {gt: 5}}}}}",
                "orderBy: [{salary: ASC}]",
                "filter: {notes: {some: {text: {eq: \"one\"}}}}")) {
            assertThat(run(ANNA, "{ people(" + arguments + ") { totalCount } }"))
                    .contains("'code':'FORBIDDEN'");
            assertThat(recorder.take()).isEmpty();
            assertThat(run(ADMIN, "{ people(" + arguments + ") { totalCount } }"))
                    .startsWith("{'data':{'people':{");
            recorder.take();
        }
    }

    @Test
    void figures_about_what_is_denied_are_not_computed() {
        assertThat(run(ANNA, "{ people { totalCount aggregate { max { salary name } sum { salary } } } }"))
                .isEqualTo("{'data':{'people':{'totalCount':3,'aggregate':{'max':{'salary':null,'name':'Cid'},'sum':"
                        + "{'salary':null}}}}}");
        assertThat(recorder.take()).allSatisfy(sql -> assertThat(sql).doesNotContain("salary"));
    }

    @Test
    void nobody_writes_what_is_denied() {
        assertThat(run(ANNA, "mutation { updatePerson(id: 1, patch: {salary: 99}) { id } }"))
                .contains("You may not use UpdatePersonInput.salary.");
        assertThat(run(ANNA, "mutation { deleteNote(id: 1) }")).isEqualTo("{'data':{'deleteNote':null}}");
        assertThat(recorder.take()).isEmpty();
        assertThat(run(ADMIN, "mutation { deleteNote(id: 1) }")).isEqualTo("{'data':{'deleteNote':true}}");
    }

    @Test
    void records_are_filled_with_what_the_caller_may_see() throws Exception {
        var people = source.records(Person.class);
        assertThat(people.as(ANNA).byKey(List.of(1L)).values())
                .containsExactly(new Person(1, "Ann", null, null, null, null, null, null));
        assertThat(recorder.take()).singleElement().asString().doesNotContain("salary", "email");
        assertThat(people.select("{ name salary notes { text } }").as(ANNA).first(1))
                .containsExactly(new Person(0, "Ann", null, null, null, null, null, null));
        assertThat(recorder.take()).singleElement().asString().doesNotContain("salary");
        assertThat(people.as(ADMIN).select("{ email notes { text } }").first(1))
                .containsExactly(
                        new Person(0, null, "ann@x", null, null, null, List.of(new Note(0, "one", 0, null)), null));
        assertThat(people.byKey(List.of(3L)).get(3L).salary()).isEqualTo(30);
        assertThat(source.records(Note.class).as(ANNA).first(2)).isEmpty();
    }

    @Test
    void records_are_refused_where_a_rule_says_so() {
        var people = source.records(Person.class);
        assertThatThrownBy(
                        () -> people.select("{ name boss { email } }").as(ANNA).first(1))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("FORBIDDEN"))
                .hasMessage("You may not use Person.email.");
        assertThatThrownBy(() ->
                        people.select("{ team { name } }").as(Caller.ANONYMOUS).first(1))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("UNAUTHENTICATED"))
                .hasMessage("Sign in to use Person.team.");
        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void a_schema_by_hand_must_say_what_records_say() {
        Schema schema = Schema.of(
                Source.of("hand", "type Query { person(id: ID!): Person } type Person { id: ID! email: String }"),
                Source.of("access", AccessDirectives.SDL));
        Wiring wiring = Wiring.builder().source(source).build();
        assertThatThrownBy(() -> Engine.builder(schema).wiring(wiring).build())
                .hasMessage("The schema does not protect Person.email as its record does: add"
                        + " @requiresScopes(scopes: [[\"mail\", \"profile\"]]), or another rule.");
    }

    @Table("thing")
    record Thing(
            @Key long id,
            @Authenticated(otherwise = Otherwise.NULL) int size) {}

    @Test
    void a_primitive_is_not_null_for_anybody() {
        assertThatThrownBy(() -> RecordModels.of(Thing.class))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(
                        "Thing.size: for some callers it is null, which a primitive never is. Use its box.");
    }
}
