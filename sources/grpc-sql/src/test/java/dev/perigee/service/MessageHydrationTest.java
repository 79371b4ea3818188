package dev.perigee.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DoubleValue;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import dev.perigee.data.Caller;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.service.PeopleTables.Person;
import dev.perigee.service.PeopleTables.Town;
import dev.perigee.service.testing.GetPersonRequest;
import dev.perigee.service.testing.GraphSelection;
import dev.perigee.service.testing.ListPeopleRequest;
import dev.perigee.service.testing.PersonKind;
import dev.perigee.service.testing.PersonMessage;
import dev.perigee.service.testing.TownMessage;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.statement.Condition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service on hydration, from a client's call to the statements that it takes. */
class MessageHydrationTest {
    private static final Statements STATEMENTS = new Statements();
    private static SqlSource source;
    private static PeopleServer server;

    @BeforeAll
    static void start() throws Exception {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:people;DB_CLOSE_DELAY=-1");
        PeopleTables.create(h2, "varbinary(20)");
        source = PeopleTables.source(STATEMENTS.over(h2));
        server = new PeopleServer(source);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        STATEMENTS.take();
    }

    private static GraphSelection select(String name, GraphSelection... below) {
        return GraphSelection.newBuilder()
                .setName(name)
                .addAllSelections(Arrays.asList(below))
                .build();
    }

    private static GetPersonRequest get(long id, GraphSelection... selections) {
        return GetPersonRequest.newBuilder()
                .setId(id)
                .addAllSelections(Arrays.asList(selections))
                .build();
    }

    private static void assertStatus(ThrowingCallable call, Status.Code code, String description) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
            assertThat(e.getStatus().getCode()).isEqualTo(code);
            assertThat(e.getStatus().getDescription()).matches(description);
        });
    }

    @Test
    void fills_what_is_selected_and_nothing_else() {
        PersonMessage person = server.client().getPerson(get(2, select("full_name"), select("kind")));
        assertThat(person)
                .isEqualTo(PersonMessage.newBuilder()
                        .setFullName("P2")
                        .setKind(PersonKind.PERSON_KIND_GUEST)
                        .build());
        assertThat(STATEMENTS.take())
                .singleElement()
                .asString()
                .contains("\"name\"", "\"kind\"")
                .doesNotContain("email", "level", "joined_at", "password");
    }

    @Test
    void friends_of_friends_of_friends_take_a_statement_a_level() {
        PersonMessage person = server.client()
                .getPerson(get(
                        1,
                        select("full_name"),
                        select(
                                "friends",
                                select("full_name"),
                                select(
                                        "friends",
                                        select("full_name"),
                                        select("friends", select("id"), select("mentor", select("full_name")))))));
        assertThat(person.getFriendsList())
                .extracting(PersonMessage::getFullName)
                .containsExactly("P2", "P3");
        PersonMessage third = person.getFriends(1).getFriends(1);
        assertThat(third.getFullName()).isEqualTo("P5");
        assertThat(third.getFriendsList()).extracting(PersonMessage::getId).containsExactlyInAnyOrder("6", "1");
        assertThat(third.getFriendsList())
                .filteredOn(one -> one.getId().equals("6"))
                .extracting(one -> one.getMentor().getFullName())
                .containsExactly("P1");
        assertThat(STATEMENTS.take()).hasSize(4); // the mentors are among the people that are known by then
    }

    @Test
    void an_empty_selection_is_all_columns_that_the_caller_may_see() {
        PersonMessage.Builder expected = PersonMessage.newBuilder()
                .setId("1")
                .setFullName("P1")
                .setKind(PersonKind.PERSON_KIND_MEMBER)
                .setJoinedAt(Timestamp.newBuilder()
                        .setSeconds(Instant.parse("2026-01-01T10:00:00Z").getEpochSecond()))
                .setScore(DoubleValue.of(1.5));
        assertThat(server.client().getPerson(get(1))).isEqualTo(expected.build());
        assertThat(STATEMENTS.take()).singleElement().asString().doesNotContain("email", "level", "password", "mentor");
        assertThat(server.client("admin", "mail").getPerson(get(1)))
                .isEqualTo(expected.setEmail("p1@x").setLevel(10).build());
    }

    @Test
    void null_stays_absent() {
        PersonMessage person = server.client().getPerson(get(3, select("score"), select("mentor"), select("icon")));
        assertThat(person.hasScore()).isFalse();
        assertThat(person.getMentor().getFullName()).isEqualTo("P1");
        assertThat(server.client().getPerson(get(1, select("mentor"))).hasMentor())
                .isFalse();
    }

    @Test
    void what_is_denied_is_never_read() {
        assertStatus(
                () -> server.client("citizen").getPerson(get(1, select("friends", select("email")))),
                Status.Code.PERMISSION_DENIED,
                "You may not use Person.email.");
        assertStatus(
                () -> server.client().getPerson(get(1, select("email"))),
                Status.Code.UNAUTHENTICATED,
                "Sign in to use Person.email.");
        assertThat(STATEMENTS.take()).isEmpty();
        PersonMessage person = server.client()
                .getPerson(get(1, select("full_name"), select("level"), select("towns", select("name"))));
        assertThat(person)
                .isEqualTo(PersonMessage.newBuilder().setFullName("P1").build());
        assertThat(STATEMENTS.take()).singleElement().asString().doesNotContain("level");
        assertThat(server.client("citizen")
                        .getPerson(get(1, select("towns", select("name"))))
                        .getTownsList())
                .extracting(TownMessage::getName)
                .containsExactly("Rome", "Pisa");
    }

    private static GraphSelection with(GraphSelection selection, String argument, Value value) {
        return selection.toBuilder()
                .setArguments(Struct.newBuilder().putFields(argument, value))
                .build();
    }

    private static Value number(double value) {
        return Value.newBuilder().setNumberValue(value).build();
    }

    @Test
    void lists_are_as_long_as_is_asked_for() {
        GraphSelection first = with(select("friends", select("full_name")), "first", number(1));
        PersonMessage person = server.client().getPerson(get(1, select("friends", select("full_name"), first)));
        assertThat(person.getFriendsList())
                .extracting(PersonMessage::getFullName)
                .containsExactly("P2", "P3");
        assertThat(person.getFriendsList())
                .extracting(one -> one.getFriendsList().stream()
                        .map(PersonMessage::getFullName)
                        .toList())
                .containsExactly(List.of("P3"), List.of("P4"));
        assertThat(STATEMENTS.take()).hasSize(3);
        for (Value wrong : List.of(
                number(0), number(1.5), Value.newBuilder().setStringValue("a").build())) {
            assertStatus(
                    () -> server.client().getPerson(get(1, with(select("friends"), "first", wrong))),
                    Status.Code.INVALID_ARGUMENT,
                    "PersonMessage.friends\\(first:\\) is a whole number from 1\\.");
        }
        assertStatus(
                () -> server.client().getPerson(get(1, with(select("friends"), "last", number(1)))),
                Status.Code.INVALID_ARGUMENT,
                "PersonMessage.friends has no argument \"last\"\\. Did you mean \"first\"\\?");
        assertStatus(
                () -> server.client().getPerson(get(1, with(select("mentor"), "first", number(1)))),
                Status.Code.INVALID_ARGUMENT,
                "PersonMessage.mentor has no argument \"first\"\\.");
        assertStatus(
                () -> server.client()
                        .getPerson(
                                get(1, with(select("friends"), "first", number(1)), select("friends", select("id")))),
                Status.Code.INVALID_ARGUMENT,
                "PersonMessage.friends is asked for twice, with different arguments\\.");
    }

    @Test
    void lists_are_no_longer_than_the_service_allows() {
        var limited = MessageHydration.of(
                source.records(Person.class),
                PersonMessage.getDefaultInstance(),
                MessageMapping.builder()
                        .rename("PersonMessage.full_name", "name")
                        .ignore("PersonMessage.etag", "PersonMessage.greeting", "TownMessage.people")
                        .limit("PersonMessage.towns", 1)
                        .build());
        FieldTree tree = Selections.of(
                get(1, with(select("towns", select("name")), "first", number(5)), select("friends", select("towns"))));
        var citizen = Caller.named("Anna").withRoles("citizen");
        PersonMessage person = limited.one(1L, tree, citizen);
        assertThat(person.getTownsList()).extracting(TownMessage::getName).containsExactly("Rome");
        assertThat(STATEMENTS.take()).hasSize(4);
        assertThatThrownBy(() -> MessageHydration.of(
                        source.records(Person.class),
                        PersonMessage.getDefaultInstance(),
                        MessageMapping.builder()
                                .limit("PersonMessage.mentor", 1)
                                .build()))
                .hasMessageContaining("PersonMessage.mentor has a limit, and is no list: remove the limit.");
    }

    @Test
    void computed_fields_read_what_they_need() {
        assertThat(server.client().getPerson(get(4, select("greeting"))))
                .isEqualTo(PersonMessage.newBuilder().setGreeting("Hello, P4!").build());
        assertThat(STATEMENTS.take())
                .singleElement()
                .asString()
                .contains("\"name\"")
                .doesNotContain("kind");
    }

    @Test
    void keys_are_known_that_nobody_has_selected() {
        var people = MessageHydration.of(
                source.records(Person.class), PersonMessage.getDefaultInstance(), PeopleServer.MAPPING);
        FieldTree names =
                FieldTree.fromMask(FieldMask.newBuilder().addPaths("full_name").build());
        var found = people.whereByKey(Condition.TRUE, 2, names, Caller.ANONYMOUS);
        assertThat(found.keySet()).containsExactly(1L, 2L);
        assertThat(found.get(2L))
                .isEqualTo(PersonMessage.newBuilder().setFullName("P2").build());
        assertThat(STATEMENTS.take()).singleElement().asString().doesNotContain("email");
    }

    @Test
    void masks_are_selections_too() {
        var request = ListPeopleRequest.newBuilder()
                .setPageSize(2)
                .setReadMask(FieldMask.newBuilder().addPaths("full_name").addPaths("friends.id"));
        var people = server.client().listPeople(request.build()).getPeopleList();
        assertThat(people).extracting(PersonMessage::getFullName).containsExactly("P1", "P2");
        assertThat(people.getFirst().getFriendsList())
                .extracting(PersonMessage::getId)
                .containsExactlyInAnyOrder("2", "3");
        assertThat(people.getFirst().getId()).isEmpty();
        assertThat(STATEMENTS.take()).hasSize(2);
    }

    @Test
    void what_does_not_exist_is_told_with_what_may_be_meant() {
        assertStatus(
                () -> server.client().getPerson(get(1, select("ful_name"))),
                Status.Code.INVALID_ARGUMENT,
                "PersonMessage has no field \"ful_name\"\\. Did you mean \"full_name\"\\?");
        assertStatus(
                () -> server.client().getPerson(get(1, select("etag"))),
                Status.Code.INVALID_ARGUMENT,
                "PersonMessage.etag can't be selected\\.");
        assertStatus(
                () -> server.client().getPerson(get(1, select("full_name", select("x")))),
                Status.Code.INVALID_ARGUMENT,
                "PersonMessage.full_name has no fields to select\\.");
        assertStatus(
                () -> server.client().getPerson(get(1, select(""))),
                Status.Code.INVALID_ARGUMENT,
                "The selection has a field without a name\\.");
        assertThat(STATEMENTS.take()).isEmpty();
    }

    @Test
    void huge_selections_are_refused() {
        GraphSelection deep = select("id");
        for (int i = 0; i < Filling.MOST_LEVELS; i++) deep = select("friends", deep);
        GraphSelection tooDeep = deep;
        assertStatus(
                () -> server.client().getPerson(get(1, tooDeep)),
                Status.Code.INVALID_ARGUMENT,
                "The selection has more than 32 levels\\.");
        GraphSelection[] many = new GraphSelection[10_001];
        Arrays.fill(many, select("id"));
        assertStatus(
                () -> server.client().getPerson(get(1, many)),
                Status.Code.INVALID_ARGUMENT,
                "The selection has more than 10000 fields\\. Ask for fewer\\.");
        assertThat(STATEMENTS.take()).isEmpty();
    }

    @Test
    void errors_become_statuses() {
        assertStatus(
                () -> server.client().getPerson(get(99)), Status.Code.NOT_FOUND, "There is no such PersonMessage\\.");
        assertStatus(() -> server.client().getPerson(get(-1)), Status.Code.INTERNAL, "Internal error [0-9a-f-]{36}\\.");
        assertStatus(() -> server.client().getPerson(get(-2)), Status.Code.ABORTED, "Somebody else was faster\\.");
        assertStatus(
                () -> server.client("broken").getPerson(get(1)), Status.Code.UNAUTHENTICATED, "The token is broken\\.");
    }

    @Test
    void the_deadline_of_the_call_is_that_of_its_statements() throws Exception {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:slow;DB_CLOSE_DELAY=-1");
        PeopleTables.create(h2, "varbinary(20)");
        try (var connection = h2.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                create alias slow as 'String slow(String name) throws Exception {
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L); return name; }'
                """);
            statement.execute(
                    "insert into \"person\" select 100 + x, 'Q' || x, '', null, 'MEMBER', now(), null, null, '', null"
                            + " from system_range(1, 2000)");
            statement.execute("alter table \"person\" rename to \"people\"");
            statement.execute(
                    "create view \"person\" as select \"id\", slow(\"name\") as \"name\", \"email\", \"level\","
                            + " \"kind\", \"joined_at\", \"score\", \"icon\", \"password\", \"mentor_id\" from"
                            + " \"people\"");
        }
        try (PeopleServer slow = new PeopleServer(PeopleTables.source(h2))) {
            long begin = System.nanoTime();
            assertStatus(
                    () -> slow.client()
                            .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                            .listPeople(ListPeopleRequest.newBuilder()
                                    .setPageSize(2000)
                                    .build()),
                    Status.Code.DEADLINE_EXCEEDED,
                    "(?s).*");
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(10));
            // No statement of it runs any more: the query itself asks the database.
            try (var connection = h2.getConnection();
                    var statement = connection.createStatement()) {
                boolean isRunning = true;
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                while (isRunning && System.nanoTime() < end) {
                    try (var sessions = statement.executeQuery(
                            "select count(*) from information_schema.sessions where executing_statement like"
                                    + " '%\"person\"%' and session_id <> session_id()")) {
                        sessions.next();
                        isRunning = sessions.getInt(1) > 0;
                    }
                }
                assertThat(isRunning).isFalse();
            }
        }
    }

    @Test
    void messages_are_checked_when_they_are_bound() {
        assertThatThrownBy(() -> MessageHydration.of(source.records(Person.class), PersonMessage.getDefaultInstance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "PersonMessage.etag has no component \"etag\" in Person to be filled from: rename it, compute"
                                + " it, or ignore it.",
                        "PersonMessage.full_name has no component \"full_name\" in Person to be filled from: rename"
                                + " it, compute it, or ignore it.",
                        "PersonMessage.greeting has no component \"greeting\" in Person to be filled from: rename it,"
                                + " compute it, or ignore it.",
                        "TownMessage.people has no component \"people\" in Town to be filled from: rename it, compute"
                                + " it, or ignore it."));
        assertThatThrownBy(() -> MessageHydration.of(
                        source.records(Town.class),
                        TownMessage.getDefaultInstance(),
                        MessageMapping.builder()
                                .rename("TownMessage.name", "mayor")
                                .ignore("TownMessage.people", "TownMessage.nme")
                                .build()))
                .hasMessageContaining("The mapping names TownMessage.nme, which no message has. Did you mean"
                        + " \"TownMessage.name\"")
                .hasMessageContaining("TownMessage.name is a string, which Town.mayor, a " + Person.class.getTypeName()
                        + ", can't fill: compute it, or ignore it.");
        assertThatThrownBy(() -> MessageHydration.of(
                        source.records(Person.class),
                        PersonMessage.getDefaultInstance(),
                        MessageMapping.builder()
                                .rename("PersonMessage.full_name", "password")
                                .build()))
                .hasMessageContaining(
                        "PersonMessage.full_name would show Person.password, which is @Hidden: ignore it.");
    }

    @Test
    void messages_without_generated_classes_are_filled_too() {
        DynamicMessage prototype = DynamicMessage.getDefaultInstance(PersonMessage.getDescriptor());
        var people = MessageHydration.of(source.records(Person.class), prototype, PeopleServer.MAPPING);
        DynamicMessage found = people.by("findByName", List.of("P2"), FieldTree.EVERYTHING, Caller.ANONYMOUS)
                .get("P2");
        assertThat(found.getField(PersonMessage.getDescriptor().findFieldByName("full_name")))
                .isEqualTo("P2");
    }

    @Test
    void the_same_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            Statements statements = new Statements();
            DataSource dataSource = postgres.getPostgresDatabase();
            PeopleTables.create(dataSource, "bytea");
            try (PeopleServer onPostgres = new PeopleServer(PeopleTables.source(statements.over(dataSource)))) {
                statements.take();
                PersonMessage person = onPostgres
                        .client("citizen")
                        .getPerson(get(1, select("friends", select("friends"), select("towns")), select("joined_at")));
                assertThat(person.getFriends(0).getFriends(0).getKind()).isEqualTo(PersonKind.PERSON_KIND_MEMBER);
                assertThat(person.getJoinedAt().getSeconds())
                        .isEqualTo(Instant.parse("2026-01-01T10:00:00Z").getEpochSecond());
                assertThat(statements.take())
                        .hasSize(4)
                        .allSatisfy(sql -> assertThat(sql).doesNotContain("password", "email", "level"));
            }
        }
    }
}
