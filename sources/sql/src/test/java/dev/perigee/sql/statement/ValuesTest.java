package dev.perigee.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of all kinds come back as they went, are found and compared, and are never taken for SQL. */
class ValuesTest {
    private static final String ALL = "dev.perigee.sql.database.TestDatabases#all";

    /** Of each kind some values, sorted. */
    private static final Map<Kind, List<Object>> VALUES = Map.ofEntries(
            Map.entry(Kind.BOOLEAN, List.of(false, true)),
            Map.entry(Kind.INTEGER, List.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE)),
            Map.entry(Kind.BIGINT, List.of(Long.MIN_VALUE, 0L, 1L << 53 | 1, Long.MAX_VALUE)),
            Map.entry(
                    Kind.DECIMAL,
                    List.of(
                            new BigDecimal("-12345678901.2500"),
                            new BigDecimal("0.1000"),
                            new BigDecimal("9.0000"),
                            new BigDecimal("10.0000"))),
            Map.entry(Kind.DOUBLE, List.of(-1.0e300, 0.1, 1.0e-5 + 1, 2.0e10)),
            Map.entry(
                    Kind.TEXT,
                    List.of("", "' or 1 = 1; --", "10", "9", "\"; drop table x; --", "\\' \\", "\n?", "ä \uD83D\uDE00")
                            .stream()
                            .sorted()
                            .map(Object.class::cast)
                            .toList()),
            Map.entry(
                    Kind.UUID,
                    List.of(
                            UUID.fromString("00000000-0000-4000-8000-000000000001"),
                            UUID.fromString("0fffffff-0000-4000-8000-00000000000a"),
                            UUID.fromString("ffffffff-ffff-4fff-8fff-ffffffffffff"))),
            Map.entry(
                    Kind.DATE,
                    List.of(LocalDate.of(1582, 10, 15), LocalDate.of(1970, 1, 1), LocalDate.of(2024, 2, 29))),
            Map.entry(
                    Kind.TIME,
                    List.of(
                            LocalTime.of(0, 0),
                            LocalTime.of(13, 45),
                            LocalTime.of(13, 45, 0, 120_000_000),
                            LocalTime.of(23, 59, 59, 999_999_000))),
            Map.entry(
                    Kind.TIMESTAMP,
                    List.of(
                            LocalDateTime.of(1970, 1, 1, 0, 0),
                            LocalDateTime.of(2024, 3, 31, 2, 30),
                            LocalDateTime.of(2024, 3, 31, 2, 30, 0, 1000),
                            LocalDateTime.of(9999, 12, 31, 23, 59, 59))),
            Map.entry(
                    Kind.INSTANT,
                    List.of(
                            Instant.parse("1970-01-02T00:00:00Z"),
                            Instant.parse("2024-03-31T01:00:00Z"),
                            Instant.parse("2024-03-31T01:00:00.000001Z"),
                            Instant.parse("2024-10-27T01:30:00.5Z"))),
            Map.entry(Kind.BINARY, List.of(new byte[] {0, 1, -1, '\''}, new byte[] {2})),
            Map.entry(Kind.JSON, List.of("{\"a\": [1, null, \"x'\"]}", "[]")));

    @ParameterizedTest
    @MethodSource(ALL)
    void everyKindComesBackAndIsFound(TestDatabase database) throws SQLException {
        for (Kind kind : Kind.values()) {
            Table table = table("of_" + kind.name().toLowerCase(Locale.ROOT), kind, "");
            create(database, table, type(kind, database.name()));
            List<Object> values = new ArrayList<>(VALUES.get(kind));
            insert(database, table, values);
            assertThat(values(database, table, Condition.TRUE)).as("%s", kind).isEqualTo(canonical(withNull(values)));
            if (!kind.isComparable()) continue;
            assertSorted(database, table, values);
            assertFound(database, table, values);
        }
    }

    private static void assertSorted(TestDatabase database, Table table, List<Object> values) throws SQLException {
        Column column = table.columns().get(1);
        List<Order> order = List.of(
                new Order(column, true, false), Order.ascending(table.columns().getFirst()));
        Statement.Select select = new Statement.Select(
                table, List.of(column), List.of(), null, false, Condition.TRUE, order, 0, Page.ALL);
        List<Object> expected = new ArrayList<>(values.reversed());
        expected.add(null);
        assertThat(flat(Execution.read(database, select)))
                .as("%s", column.type())
                .isEqualTo(expected);
        Page after = new Page(1, false, Arrays.asList(values.getLast(), values.size()), null);
        Statement.Select next =
                new Statement.Select(table, List.of(column), List.of(), null, false, Condition.TRUE, order, 0, after);
        assertThat(flat(Execution.read(database, next))).containsExactly(values.get(values.size() - 2));
    }

    private static void assertFound(TestDatabase database, Table table, List<Object> values) throws SQLException {
        Column column = table.columns().get(1);
        for (Object value : values) {
            Condition isValue = new Condition.Compare(column, Condition.Operator.EQUAL, value);
            assertThat(values(database, table, isValue))
                    .as("%s %s", column.type(), value)
                    .containsExactly(value);
        }
        Condition notLeast = new Condition.Compare(column, Condition.Operator.GREATER, values.getFirst());
        assertThat(values(database, table, notLeast)).isEqualTo(values.subList(1, values.size()));
        Condition isIn = new Condition.In(column, values.subList(0, 2));
        assertThat(values(database, table, isIn)).isEqualTo(values.subList(0, 2));
        Keys keys = new Keys(
                table,
                List.of(column),
                List.of(),
                values.stream().map(value -> List.of(value)).toList());
        Order byId = Order.ascending(table.columns().getFirst());
        for (Page page : List.of(Page.ALL, Page.last(1))) {
            Statement.Select select = new Statement.Select(
                    table, List.of(), List.of(), keys, false, Condition.TRUE, List.of(byId), 0, page);
            assertThat(flat(Execution.read(database, select))).containsExactlyInAnyOrderElementsOf(values);
        }
        Keys pairs = new Keys(
                table,
                table.columns(),
                List.of(),
                IntStream.range(0, values.size())
                        .mapToObj(i -> List.of(i + 1, values.get(i)))
                        .toList());
        Statement.Select byPair = new Statement.Select(
                table, List.of(column), List.of(), pairs, false, Condition.TRUE, List.of(), 0, Page.ALL);
        assertThat(Execution.read(database, byPair)).as("%s", column.type()).hasSize(values.size());
        var figures = List.of(
                new Statement.Figure(Statement.Function.MIN, column),
                new Statement.Figure(Statement.Function.MAX, column));
        Statement.Aggregate aggregate = new Statement.Aggregate(table, figures, null, false, Condition.TRUE);
        assertThat(Execution.read(database, aggregate)).containsExactly(List.of(values.getFirst(), values.getLast()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void namesAreNeverSql(TestDatabase database) throws SQLException {
        Table table = new Table(
                null,
                "t\"o`p; -- ?",
                "Top",
                null,
                Library.columns(
                        Library.column("i\"d", Kind.INTEGER, false), Library.column("`v?\" = 1 --", Kind.TEXT, true)),
                List.of(Library.column("i\"d", Kind.INTEGER, false)),
                List.of(),
                null,
                false);
        create(database, table, "varchar(100)");
        insert(database, table, List.of("'; drop table x; --", "b"));
        Column text = table.columns().get(1);
        assertThat(values(
                        database, table, new Condition.Compare(text, Condition.Operator.EQUAL, "'; drop table x; --")))
                .hasSize(1);
        Keys keys = new Keys(table, List.of(text), List.of(), List.of(List.of("b"), List.of("' or '' = '")));
        List<Order> order = List.of(Order.ascending(table.columns().getFirst()));
        Statement.Select select = new Statement.Select(
                table, List.of(text), List.of(), keys, false, Condition.TRUE, order, 0, Page.first(1));
        assertThat(Execution.read(database, select)).containsExactly(List.of("b", "b"));
        Condition isB = new Condition.Compare(text, Condition.Operator.EQUAL, "b");
        assertThat(Execution.write(database, new Statement.Update(table, List.of(text), List.of("c"), null, isB)))
                .isEqualTo(1);
        assertThat(Execution.write(database, new Statement.Delete(table, Condition.TRUE)))
                .isEqualTo(3);
    }

    /** PostgreSQL has no such character in texts and says so; others keep it. */
    @ParameterizedTest
    @MethodSource(ALL)
    void theCharacterOfNoBitsIsKeptOrRefused(TestDatabase database) throws SQLException {
        Table table = table("zero", Kind.TEXT, "");
        create(database, table, "varchar(100)");
        if (database.name().equals("PostgreSQL")) {
            assertThatThrownBy(() -> insert(database, table, List.of("a\0b")))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22021"));
            return;
        }
        insert(database, table, List.of("a\0b", "a"));
        Condition isIt = new Condition.Compare(table.columns().get(1), Condition.Operator.EQUAL, "a\0b");
        assertThat(values(database, table, isIt)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void caseCountsInPatterns(TestDatabase database) throws SQLException {
        String type = switch (database.name()) {
            case "H2" -> "varchar_ignorecase(100)";
            case "SQLite" -> "varchar(100) collate nocase";
            case "MariaDB" -> "varchar(100) collate latin1_swedish_ci";
            default -> "citext";
        };
        if (database.name().equals("PostgreSQL")) database.execute("create extension citext");
        Table table = table("word", Kind.TEXT, type.replaceAll("\\(.*", ""));
        create(database, table, type);
        List<Object> words = List.of("Emma", "emma", "E*ma", "E?%a", "E[m]a", "e\\m");
        insert(database, table, words);
        for (String pattern : List.of("E%", "e%", "E*%", "E?\\%_", "%[m]%", "%\\\\m", "E__a", "\\E%", "%\\")) {
            Condition like = new Condition.Compare(table.columns().get(1), Condition.Operator.LIKE, pattern);
            assertThat(values(database, table, like))
                    .as(pattern)
                    .isEqualTo(words.stream()
                            .filter(word -> ConditionEvaluation.isLike((String) word, pattern))
                            .toList());
        }
    }

    @Test
    void typesThatUsersOfPostgreSqlDefine() throws SQLException {
        TestDatabase database = TestDatabases.postgres();
        database.execute(
                "create extension citext",
                "create schema other",
                "create type mood as enum ('sad', 'ok', 'happy')",
                "create type other.\"Mood 2\" as enum ('sad', 'ok', 'happy')",
                "create domain word as varchar(10)");
        for (String type : List.of("mood", "\"other\".\"Mood 2\"", "word", "citext", "bpchar")) {
            Table table = table("t" + Math.abs(type.hashCode()), Kind.TEXT, type);
            create(database, table, type.equals("bpchar") ? "char(5)" : type);
            insert(database, table, List.of("ok   ".substring(0, type.equals("bpchar") ? 5 : 2), "sad", "happy"));
            Column column = table.columns().get(1);
            Condition isIn = new Condition.In(column, List.of("happy", "sad"));
            assertThat(values(database, table, isIn)).as(type).hasSize(2);
            Condition isIt = new Condition.Compare(column, Condition.Operator.EQUAL, "happy");
            assertThat(values(database, table, isIt)).as(type).hasSize(1);
            Keys keys = new Keys(table, List.of(column), List.of(), List.of(List.of("sad"), List.of("happy")));
            List<Order> order = List.of(
                    Order.ascending(column), Order.ascending(table.columns().getFirst()));
            Statement.Select paged = new Statement.Select(
                    table, List.of(column), List.of(), keys, false, Condition.TRUE, order, 0, Page.first(1));
            assertThat(Execution.read(database, paged)).as(type).hasSize(2);
            Statement.Select all = new Statement.Select(
                    table, List.of(column), List.of(), keys, false, Condition.TRUE, List.of(), 0, Page.ALL);
            Keys ids = new Keys(table, List.of(table.columns().getFirst()), List.of(), List.of(List.of(1), List.of(2)));
            Statement.Select byId = new Statement.Select(
                    table, List.of(column), List.of(), ids, false, Condition.TRUE, List.of(), 0, Page.ALL);
            assertThat(Execution.read(database, new Statement.Union(table, List.of(byId, byId, all))))
                    .as(type)
                    .hasSize(6);
        }
    }

    @Test
    void sqliteRefusesDecimalsThatItWouldRound() {
        TestDatabase database = TestDatabases.sqlite();
        Table table = table("price", Kind.DECIMAL, "");
        create(database, table, "decimal(30, 10)");
        assertThatThrownBy(() -> insert(database, table, List.of(new BigDecimal("1234567890.1234567"))))
                .hasMessageContaining(
                        "SQLite can't hold 1234567890.1234567 exactly: it has decimals of at most 15 digits.");
    }

    private static Table table(String name, Kind kind, String databaseName) {
        int scale = kind == Kind.DECIMAL ? 4 : 0;
        Column value = new Column(
                0, "value", "value", new SqlType(kind, databaseName, 0, scale), Set.of(Trait.NULLABLE), null);
        Column id = Library.column("id", Kind.INTEGER, false);
        List<Column> columns = Library.columns(id, value);
        return new Table(null, name, name, null, columns, List.of(columns.getFirst()), List.of(), null, false);
    }

    private static void create(TestDatabase database, Table table, String type) {
        char quote = database.name().equals("MariaDB") ? '`' : '"';
        database.execute("create table " + quoted(quote, table.name()) + " ("
                + quoted(quote, table.columns().get(0).name()) + " integer not null primary key, "
                + quoted(quote, table.columns().get(1).name()) + " " + type + " null)");
    }

    private static String quoted(char quote, String name) {
        return quote + name.replace("" + quote, "" + quote + quote) + quote;
    }

    private static String type(Kind kind, String databaseName) {
        return switch (kind) {
            case TEXT -> "varchar(100)";
            case DECIMAL -> "decimal(20, 4)";
            case DOUBLE -> databaseName.equals("MariaDB") ? "double" : "double precision";
            case TIME -> databaseName.equals("SQLite") ? "time" : "time(6)";
            case TIMESTAMP -> databaseName.equals("MariaDB") ? "datetime(6)" : "timestamp(6)";
            case INSTANT ->
                switch (databaseName) {
                    case "MariaDB", "SQLite" -> "timestamp(6)";
                    default -> "timestamp(6) with time zone";
                };
            case BINARY ->
                switch (databaseName) {
                    case "PostgreSQL" -> "bytea";
                    case "MariaDB" -> "varbinary(100)";
                    default -> "blob";
                };
            case JSON -> databaseName.equals("PostgreSQL") ? "jsonb" : "json";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static void insert(TestDatabase database, Table table, List<Object> values) throws SQLException {
        List<Object> all = withNull(values);
        List<List<Object>> rows = IntStream.range(0, all.size())
                .mapToObj(i -> Arrays.asList(i + 1, all.get(i)))
                .toList();
        Execution.write(database, new Statement.Insert(table, table.columns(), rows, List.of()));
    }

    private static List<Object> withNull(List<Object> values) {
        List<Object> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    private static List<Object> values(TestDatabase database, Table table, Condition where) throws SQLException {
        List<Order> order = List.of(Order.ascending(table.columns().getFirst()));
        return canonical(flat(Execution.read(
                database,
                new Statement.Select(
                        table, List.of(table.columns().get(1)), List.of(), null, false, where, order, 0, Page.ALL))));
    }

    /** JSON is the same with other spaces; bytes are compared as text. */
    private static List<Object> canonical(List<Object> values) {
        List<Object> canonical = new ArrayList<>(values);
        canonical.replaceAll(value -> switch (value) {
            case byte[] bytes -> Arrays.toString(bytes);
            case String text when text.startsWith("{") || text.startsWith("[") -> text.replace(" ", "");
            case null -> null;
            default -> value;
        });
        return canonical;
    }

    private static List<Object> flat(List<List<Object>> rows) {
        return new ArrayList<>(
                rows.stream().collect(ArrayList::new, (all, row) -> all.add(row.getFirst()), List::addAll));
    }
}
