package dev.perigee.sql.statement;

import static dev.perigee.sql.statement.Library.BOOK;
import static dev.perigee.sql.statement.Library.TAG;
import static dev.perigee.sql.statement.Library.column;
import static dev.perigee.sql.statement.Library.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Table;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inserts, updates, deletes, and unions of selects. */
class WritesTest {
    private static final String ALL = "dev.perigee.sql.database.TestDatabases#all";
    private static final Table NOTE = new Table(
            null,
            "note",
            "Note",
            null,
            Library.columns(
                    Library.column("id", Kind.BIGINT, false),
                    Library.column("text", Kind.TEXT, true),
                    Library.column("version", Kind.INTEGER, false)),
            List.of(Library.column("id", Kind.BIGINT, false)),
            List.of(),
            null,
            false);

    @ParameterizedTest
    @MethodSource(ALL)
    void insertsGiveRowsInTheirOrder(TestDatabase database) throws SQLException {
        createNotes(database);
        List<Column> returning = columns(NOTE, "text", "id", "version");
        List<List<Object>> given = IntStream.range(0, 50)
                .mapToObj(i -> Arrays.<Object>asList(i % 7 == 0 ? null : "text " + (50 - i)))
                .toList();
        var rows = Execution.read(database, new Statement.Insert(NOTE, columns(NOTE, "text"), given, returning));
        assertThat(rows).hasSize(50);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).containsExactly(given.get(i).getFirst(), i + 1L, 1);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void insertsRowsOfDefaults(TestDatabase database) throws SQLException {
        createNotes(database);
        var one = new Statement.Insert(NOTE, List.of(), List.of(List.of()), columns(NOTE, "id", "version"));
        var two = new Statement.Insert(NOTE, List.of(), List.of(List.of(), List.of()), columns(NOTE, "id"));
        assertThat(Execution.read(database, one)).containsExactly(List.of(1L, 1));
        assertThat(Execution.read(database, two)).containsExactly(List.of(2L), List.of(3L));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void insertsWithoutAnythingGivenBack(TestDatabase database) throws SQLException {
        createNotes(database);
        List<List<Object>> rows = List.of(List.of("a"), List.of("b"));
        assertThat(Execution.write(database, new Statement.Insert(NOTE, columns(NOTE, "text"), rows, List.of())))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void updatesAndCountsUp(TestDatabase database) throws SQLException {
        createNotes(database);
        insertTexts(database, "a", "b", "c");
        Condition isB = new Condition.Compare(column(NOTE, "text"), Condition.Operator.EQUAL, "b");
        Column version = column(NOTE, "version");
        assertThat(Execution.write(
                        database,
                        new Statement.Update(NOTE, columns(NOTE, "text"), Arrays.asList((Object) null), version, isB)))
                .isEqualTo(1);
        assertThat(Execution.write(database, new Statement.Update(NOTE, List.of(), List.of(), version, Condition.TRUE)))
                .isEqualTo(3);
        assertThat(notes(database))
                .containsExactly(Arrays.asList("a", 2), Arrays.asList(null, 3), Arrays.asList("c", 2));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void deletes(TestDatabase database) throws SQLException {
        createNotes(database);
        insertTexts(database, "a", "b", "c");
        Condition some = new Condition.In(column(NOTE, "text"), List.of("a", "c", "z"));
        assertThat(Execution.write(database, new Statement.Delete(NOTE, some))).isEqualTo(2);
        assertThat(notes(database)).containsExactly(List.of("b", 1));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void deletesByRelation(TestDatabase database) throws SQLException {
        Library library = new Library(5, 40);
        library.fill(database);
        Condition heavy = new Condition.Exists(
                Library.TAGS, new Condition.Compare(column(TAG, "weight"), Condition.Operator.GREATER, 0));
        ConditionEvaluation evaluation = new ConditionEvaluation(new Evaluation(library));
        long expected = library.rows(BOOK).stream()
                .filter(row -> Boolean.TRUE.equals(evaluation.evaluate(heavy, row)))
                .count();
        assertThat(expected).isPositive();
        assertThat(Execution.write(database, new Statement.Delete(BOOK, heavy))).isEqualTo((int) expected);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void unionsKeepBranchesKeysAndOrder(TestDatabase database) throws SQLException {
        Library library = new Library(6, 40);
        library.fill(database);
        Order byRating = new Order(column(BOOK, "rating"), true, true);
        List<Order> order = List.of(byRating, Order.ascending(column(BOOK, "id")));
        Statement.Select byAuthor = select(order, List.of(List.of(1), List.of(2), List.of(3)), "author_id");
        Statement.Select byId = select(order, List.of(List.of(4), List.of(5)), "id");
        Statement.Select byPlace = select(List.of(), List.of(List.of(1, "shelf 1")), "room", "shelf");
        Statement.Union union = new Statement.Union(BOOK, List.of(byAuthor, byId, byPlace));
        var rows = Execution.read(database, union);
        Evaluation evaluation = new Evaluation(library);
        for (int key = 1; key <= 3; key++) {
            int author = key;
            var expected = evaluation.rows(byAuthor).getOrDefault(List.of(author), List.of());
            assertThat(rows.stream()
                            .filter(row -> row.get(0).equals(0) && row.get(1).equals(author))
                            .map(row -> row.subList(5, 7)))
                    .isEqualTo(expected);
        }
        assertThat(rows.stream().filter(row -> row.get(0).equals(1)).map(row -> row.subList(1, 6)))
                .containsExactlyInAnyOrder(
                        Arrays.asList(null, 4, null, null, 4), Arrays.asList(null, 5, null, null, 5));
        assertThat(rows.stream().filter(row -> row.get(0).equals(2)).map(row -> row.get(5)))
                .containsExactlyInAnyOrderElementsOf(
                        evaluation.rows(byPlace).getOrDefault(List.of(1, "shelf 1"), List.of()).stream()
                                .map(List::getFirst)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void readsThousandsOfKeys(TestDatabase database) throws SQLException {
        Library library = new Library(7, 60);
        library.fill(database);
        int count = Math.min(5_000, database.dialect().maxKeys());
        List<List<Object>> ids = IntStream.rangeClosed(1, count)
                .mapToObj(i -> List.<Object>of(i))
                .toList();
        List<List<Object>> places = IntStream.range(0, count)
                .mapToObj(i -> List.<Object>of(i, "shelf " + i % 3))
                .toList();
        assertThat(Execution.read(database, select(List.of(), ids, "id"))).hasSize(60);
        Order byId = Order.ascending(column(BOOK, "id"));
        for (Statement.Select select :
                List.of(select(List.of(byId), places, "room", "shelf"), select(List.of(byId), ids, "author_id"))) {
            for (Page page : List.of(Page.ALL, Page.last(2))) {
                Statement.Select paged = new Statement.Select(
                        BOOK,
                        select.columns(),
                        List.of(),
                        select.keys(),
                        false,
                        Condition.TRUE,
                        select.order(),
                        0,
                        page);
                int expected = new Evaluation(library)
                        .rows(paged).values().stream().mapToInt(List::size).sum();
                assertThat(Execution.read(database, paged)).hasSize(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aBrokenRuleIsTheDatabasesError(TestDatabase database) {
        createNotes(database);
        List<List<Object>> rows = List.of(List.of(1L), List.of(1L));
        assertThatThrownBy(() -> Execution.read(
                        database, new Statement.Insert(NOTE, columns(NOTE, "id"), rows, columns(NOTE, "id"))))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith(database.name());
    }

    private static Statement.Select select(List<Order> order, List<List<Object>> values, String... names) {
        Keys keys = new Keys(BOOK, columns(BOOK, names), List.of(), values);
        return new Statement.Select(
                BOOK, columns(BOOK, "id", "title"), List.of(), keys, false, Condition.TRUE, order, 0, Page.ALL);
    }

    private static void insertTexts(TestDatabase database, String... texts) throws SQLException {
        List<List<Object>> rows =
                Arrays.stream(texts).map(text -> List.<Object>of(text)).toList();
        Execution.write(database, new Statement.Insert(NOTE, columns(NOTE, "text"), rows, List.of()));
    }

    private static List<List<Object>> notes(TestDatabase database) throws SQLException {
        return Execution.read(
                database,
                new Statement.Select(
                        NOTE,
                        columns(NOTE, "text", "version"),
                        List.of(),
                        null,
                        false,
                        Condition.TRUE,
                        List.of(Order.ascending(column(NOTE, "id"))),
                        0,
                        Page.ALL));
    }

    private static void createNotes(TestDatabase database) {
        String id = switch (database.name()) {
            case "SQLite" -> "integer primary key";
            case "MariaDB" -> "bigint auto_increment primary key";
            default -> "bigint generated by default as identity primary key";
        };
        database.execute(Library.quoted(
                "create table \"note\" (\"id\" " + id
                        + ", \"text\" varchar(100), \"version\" integer default 1 not null)",
                database.name()));
    }
}
