package dev.perigee.sql.statement;

import static dev.perigee.sql.statement.Library.BOOK;
import static dev.perigee.sql.statement.Library.column;
import static dev.perigee.sql.statement.Library.columns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of many parents read as many rows as they give, not all that the parents have: seen in plans. */
class PagePlanTest {
    private static final int PARENTS = 1_000;
    private static final int ROWS = 200;
    private static final int LIMIT = 5;
    private static final Pattern ACTUAL_ROWS = Pattern.compile("Index.*actual rows=([0-9.]+) loops=([0-9]+)");

    @Test
    void postgreSqlReadsOnlyThePagesOfThousandParents() throws SQLException {
        TestDatabase database = TestDatabases.postgres();
        Library.create(database);
        database.execute(
                ("insert into book select a * %d + i, a, 1, 's', 'title', i / 2, 1, null"
                                + " from generate_series(1, %d) a, generate_series(0, %d) i")
                        .formatted(ROWS, PARENTS, ROWS - 1),
                "create index by_title on book (author_id, title, id)",
                "analyze book");
        List<List<Object>> keys = IntStream.rangeClosed(1, PARENTS)
                .mapToObj(i -> List.<Object>of(i))
                .toList();
        Statement.Select last = new Statement.Select(
                BOOK,
                columns(BOOK, "id", "title"),
                List.of(),
                new Keys(BOOK, columns(BOOK, "author_id"), List.of(), keys),
                false,
                Condition.TRUE,
                List.of(Order.ascending(column(BOOK, "title")), Order.ascending(column(BOOK, "id"))),
                0,
                Page.last(LIMIT));
        assertThat(Execution.read(database, last)).hasSize(PARENTS * LIMIT);
        Sql sql = database.dialect().write(last);
        String plan = String.join(
                "\n",
                Execution.read(
                                database,
                                new Sql("explain (analyze, costs off, timing off) " + sql.text(), sql.binds()),
                                List.of(SqlType.of(Kind.TEXT)))
                        .stream()
                        .map(row -> (String) row.getFirst())
                        .toList());
        Matcher scan = ACTUAL_ROWS.matcher(plan);
        assertThat(scan.find()).as(plan).isTrue();
        assertThat(Double.parseDouble(scan.group(1)) * Integer.parseInt(scan.group(2)))
                .as(plan)
                .isEqualTo(PARENTS * LIMIT);
        // One sort is left, of the pages themselves: it stands above the join, and nothing below it sorts.
        assertThat(plan.indexOf("Sort Key")).as(plan).isLessThan(plan.indexOf("Nested Loop"));
        assertThat(plan.lastIndexOf("Sort Key")).as(plan).isEqualTo(plan.indexOf("Sort Key"));
    }

    @Test
    void sqliteSeeksThePagesByIndex() throws SQLException {
        TestDatabase database = TestDatabases.sqlite();
        Library.create(database);
        List<List<Object>> keys = List.of(List.of(1), List.of(2));
        Statement.Select first = new Statement.Select(
                BOOK,
                columns(BOOK, "title"),
                List.of(),
                new Keys(BOOK, columns(BOOK, "author_id"), List.of(), keys),
                false,
                Condition.TRUE,
                List.of(new Order(column(BOOK, "rating"), false, true), Order.ascending(column(BOOK, "id"))),
                0,
                Page.first(LIMIT));
        Sql sql = database.dialect().write(first);
        SqlType text = SqlType.of(Kind.TEXT);
        List<Object> plan = Execution.read(
                        database,
                        new Sql("explain query plan " + sql.text(), sql.binds()),
                        List.of(text, text, text, text))
                .stream()
                .map(row -> row.get(3))
                .toList();
        assertThat(plan)
                .contains("SEARCH t USING COVERING INDEX book_author (author_id=?)", "USE TEMP B-TREE FOR ORDER BY")
                .noneMatch(step ->
                        step.toString().startsWith("SCAN t") || step.toString().startsWith("SCAN r"))
                .hasSizeLessThan(8);
    }

    @Test
    void h2ReadsAPageOfAParentFromTheIndex() throws SQLException {
        TestDatabase database = TestDatabases.h2();
        Library.create(database);
        database.execute(
                "insert into \"book\" select x, mod(x, 10), 1, 's', 't', x / 20, 1, null"
                        + " from system_range(1, 2000)",
                "create index by_title on \"book\" (\"author_id\", \"title\", \"id\")");
        Statement.Select last = new Statement.Select(
                BOOK,
                columns(BOOK, "id", "title"),
                List.of(),
                new Keys(BOOK, columns(BOOK, "author_id"), List.of(), List.of(List.of(1), List.of(2))),
                false,
                Condition.TRUE,
                List.of(Order.ascending(column(BOOK, "title")), Order.ascending(column(BOOK, "id"))),
                0,
                Page.last(LIMIT));
        Sql sql = database.dialect().write(last);
        String plan = (String) Execution.read(
                        database, new Sql("explain analyze " + sql.text(), sql.binds()), List.of(SqlType.of(Kind.TEXT)))
                .getFirst()
                .getFirst();
        assertThat(plan)
                .contains("scanCount: 5 */")
                .contains("/* index sorted */")
                .doesNotContain("scanCount: 201");
    }
}
