package dev.perigee.sql.statement;

import static dev.perigee.sql.statement.Library.BOOK;
import static dev.perigee.sql.statement.Library.BOOK_TAG;
import static dev.perigee.sql.statement.Library.BOOK_TO_LINK;
import static dev.perigee.sql.statement.Library.LINK_TO_TAG;
import static dev.perigee.sql.statement.Library.TAG;
import static dev.perigee.sql.statement.Library.column;
import static dev.perigee.sql.statement.Library.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The texts of statements: a file for each shape, with those of all dialects side by side. {@code -Dgolden.update}
 * rewrites the files that differ.
 */
class GoldenStatementsTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/perigee/sql/statement/texts");
    private static final List<Dialect> DIALECTS =
            List.of(new H2(), new PostgreSql(), new Sqlite(), new MariaDb(), new MySql());
    private static final List<Order> BY_RATING =
            List.of(new Order(column(BOOK, "rating"), true, false), Order.ascending(column(BOOK, "id")));
    private static final List<Order> BY_TITLE =
            List.of(Order.ascending(column(BOOK, "title")), Order.ascending(column(BOOK, "id")));

    @TestFactory
    Stream<DynamicTest> texts() {
        return statements().entrySet().stream()
                .map(each -> dynamicTest(each.getKey(), () -> check(each.getKey() + ".txt", print(each.getValue()))));
    }

    private static Map<String, Statement> statements() {
        Map<String, Statement> statements = new LinkedHashMap<>();
        Keys authors = keys("author_id", 3);
        statements.put("select-all", books(null, Condition.TRUE, BY_TITLE, Page.ALL));
        statements.put("select-first", books(null, Condition.TRUE, BY_RATING, Page.first(3)));
        statements.put("select-last", books(null, Condition.TRUE, BY_RATING, Page.last(3)));
        statements.put(
                "select-after", books(null, Condition.TRUE, BY_TITLE, new Page(3, false, List.of("Emma", 7), null)));
        statements.put(
                "select-after-nullable",
                books(null, Condition.TRUE, BY_RATING, new Page(3, false, List.of(4, 7), null)));
        statements.put(
                "select-before-null",
                books(null, Condition.TRUE, BY_RATING, new Page(3, true, null, Arrays.asList(null, 7))));
        statements.put("keys-one", books(keys("author_id", 1), Condition.TRUE, BY_TITLE, Page.ALL));
        statements.put("keys-several", books(authors, Condition.TRUE, BY_TITLE, Page.ALL));
        statements.put("keys-unique", books(keys("id", 3), Condition.TRUE, BY_TITLE, Page.first(1)));
        statements.put("keys-many", books(keys("author_id", 1500), Condition.TRUE, List.of(), Page.ALL));
        statements.put("keys-composite", books(places(3), Condition.TRUE, List.of(), Page.ALL));
        statements.put("keys-through", tags(false, Page.ALL));
        statements.put("keys-through-distinct", tags(true, Page.ALL));
        statements.put("pages-first", books(authors, Condition.TRUE, BY_TITLE, Page.first(2)));
        statements.put("pages-last", books(authors, Condition.TRUE, BY_RATING, Page.last(2)));
        statements.put("pages-one-parent", books(keys("author_id", 1), Condition.TRUE, BY_TITLE, Page.last(2)));
        statements.put("pages-many", books(keys("author_id", 100), Condition.TRUE, BY_TITLE, Page.last(2)));
        statements.put("pages-composite", books(places(2), Condition.TRUE, BY_TITLE, Page.first(2)));
        statements.put("pages-through", tags(false, Page.first(2)));
        statements.put("pages-through-distinct", tags(true, Page.first(2)));
        statements.put("conditions", books(null, conditions(), List.of(), Page.ALL));
        statements.put("aggregate", new Statement.Aggregate(BOOK, figures(), null, false, Condition.TRUE));
        statements.put(
                "aggregate-keys",
                new Statement.Aggregate(
                        TAG,
                        List.of(new Statement.Figure(Statement.Function.COUNT, null)),
                        through(),
                        true,
                        Condition.TRUE));
        statements.put(
                "union",
                new Statement.Union(
                        BOOK,
                        List.of(
                                books(authors, Condition.TRUE, BY_TITLE, Page.ALL),
                                books(keys("id", 2), Condition.TRUE, List.of(), Page.ALL))));
        statements.put("insert", insert(columns(TAG, "label", "weight")));
        statements.put("insert-defaults", insert(List.of()));
        statements.put(
                "update",
                new Statement.Update(
                        BOOK,
                        columns(BOOK, "title"),
                        List.of("Persuasion"),
                        column(BOOK, "rating"),
                        new Condition.Compare(column(BOOK, "id"), Condition.Operator.EQUAL, 1)));
        statements.put("delete", new Statement.Delete(BOOK, new Condition.Exists(Library.SERIES, Condition.TRUE)));
        return statements;
    }

    private static Statement.Select books(Keys keys, Condition where, List<Order> order, Page page) {
        return new Statement.Select(BOOK, columns(BOOK, "id", "title"), List.of(), keys, false, where, order, 0, page);
    }

    private static Statement.Select tags(boolean isDistinct, Page page) {
        Order byTag = Order.ascending(column(TAG, "id"));
        Order byLink = Order.ascending(column(BOOK_TAG, "id"));
        return new Statement.Select(
                TAG,
                columns(TAG, "label"),
                isDistinct ? List.of() : columns(BOOK_TAG, "place"),
                through(),
                isDistinct,
                Condition.TRUE,
                isDistinct ? List.of(byTag) : List.of(byTag, byLink),
                isDistinct ? 0 : 1,
                page);
    }

    private static Keys through() {
        Keys authors = keys("author_id", 2);
        return new Keys(BOOK, authors.columns(), List.of(BOOK_TO_LINK, LINK_TO_TAG), authors.values());
    }

    private static Keys keys(String name, int count) {
        List<List<Object>> values = new ArrayList<>();
        for (int i = 1; i <= count; i++) values.add(List.of(i));
        return new Keys(BOOK, columns(BOOK, name), List.of(), values);
    }

    private static Keys places(int count) {
        List<List<Object>> values = new ArrayList<>();
        for (int i = 1; i <= count; i++) values.add(List.of(i, "shelf " + i));
        return new Keys(BOOK, columns(BOOK, "room", "shelf"), List.of(), values);
    }

    private static Condition conditions() {
        return new Condition.And(List.of(
                new Condition.Compare(column(BOOK, "title"), Condition.Operator.LIKE, "50\\%%"),
                new Condition.Or(List.of(
                        new Condition.In(column(BOOK, "room"), List.of(1, 2, 3)),
                        new Condition.Not(new Condition.IsNull(column(BOOK, "rating"))))),
                new Condition.In(column(BOOK, "room"), List.of()),
                new Condition.Exists(
                        Library.SERIES,
                        new Condition.Exists(
                                Library.TAGS,
                                new Condition.Compare(
                                        column(TAG, "weight"), Condition.Operator.GREATER_OR_EQUAL, 2)))));
    }

    private static List<Statement.Figure> figures() {
        List<Statement.Figure> figures = new ArrayList<>();
        for (Statement.Function function : Statement.Function.values()) {
            figures.add(new Statement.Figure(function, column(BOOK, "rating")));
        }
        return figures;
    }

    private static Statement.Insert insert(List<dev.perigee.sql.model.Column> columns) {
        List<Object> row = columns.isEmpty() ? List.of() : Arrays.asList("new", null);
        return new Statement.Insert(TAG, columns, List.of(row, row), columns(TAG, "id"));
    }

    private static String print(Statement statement) {
        StringBuilder out = new StringBuilder();
        for (Dialect dialect : DIALECTS) {
            Sql sql = dialect.write(statement);
            String text = sql.text().length() <= 4_000 ? sql.text() : sql.text().substring(0, 400) + " ...";
            out.append("-- ").append(dialect.name()).append('\n').append(text).append('\n');
            out.append("-- ").append(sql.binds().size()).append(" binds\n\n");
        }
        return out.toString();
    }

    private static void check(String file, String actual) throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), actual);
        }
        assertThat(actual).isEqualTo(Files.readString(FOLDER.resolve(file)));
    }
}
