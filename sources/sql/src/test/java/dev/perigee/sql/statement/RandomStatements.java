package dev.perigee.sql.statement;

import static dev.perigee.sql.statement.Library.BOOK;
import static dev.perigee.sql.statement.Library.BOOK_TAG;
import static dev.perigee.sql.statement.Library.BOOK_TO_LINK;
import static dev.perigee.sql.statement.Library.LINK_TO_TAG;
import static dev.perigee.sql.statement.Library.TAG;
import static dev.perigee.sql.statement.Library.column;
import static dev.perigee.sql.statement.Library.columns;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes selects and aggregates of every shape, at random. The same seed gives the same ones. */
final class RandomStatements {
    private static final int[] KEY_COUNTS = {1, 2, 3, 7, 16, 17, 40, 70, 200};

    private final Random random;
    private final Library library;

    RandomStatements(long seed, Library library) {
        random = new Random(seed);
        this.library = library;
    }

    Statement.Select select() {
        return switch (random.nextInt(6)) {
            case 0 -> select(BOOK, null, false, "id", "title", "price");
            case 1 -> select(BOOK, keys(BOOK, "author_id"), false, "id", "rating");
            case 2 -> select(BOOK, keys(BOOK, "room", "shelf"), false, "id", "title");
            case 3 -> select(TAG, through(), random.nextBoolean(), "id", "label");
            case 4 ->
                select(TAG, keysOf(BOOK_TAG, List.of(LINK_TO_TAG), "book_id"), random.nextBoolean(), "label", "id");
            default -> select(BOOK, keys(BOOK, "id"), false, "title");
        };
    }

    Statement.Aggregate aggregate() {
        List<Statement.Figure> figures = new ArrayList<>();
        figures.add(new Statement.Figure(Statement.Function.COUNT, null));
        boolean isBook = random.nextBoolean();
        Column number = isBook ? column(BOOK, random.nextBoolean() ? "price" : "rating") : column(TAG, "weight");
        for (Statement.Function function : Statement.Function.values()) {
            if (function != Statement.Function.COUNT) figures.add(new Statement.Figure(function, number));
        }
        Column text = isBook ? column(BOOK, "title") : column(TAG, "label");
        figures.add(new Statement.Figure(Statement.Function.MIN, text));
        Keys keys = switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> isBook ? keys(BOOK, "room", "shelf") : through();
            default -> isBook ? keys(BOOK, "author_id") : keysOf(BOOK_TAG, List.of(LINK_TO_TAG), "book_id");
        };
        Table table = isBook ? BOOK : TAG;
        return new Statement.Aggregate(table, figures, keys, random.nextBoolean(), where(table));
    }

    private Keys through() {
        return keysOf(BOOK, List.of(BOOK_TO_LINK, LINK_TO_TAG), "author_id");
    }

    private Statement.Select select(Table table, Keys keys, boolean distinct, String... names) {
        boolean hasEdge = keys != null && !keys.joins().isEmpty() && !distinct;
        List<Order> order = new ArrayList<>();
        if (random.nextInt(4) > 0) order.add(order(column(table, table == BOOK ? "rating" : "weight")));
        if (random.nextBoolean()) order.add(order(column(table, table == BOOK ? "title" : "label")));
        order.add(order(column(table, "id")));
        if (hasEdge) order.add(order(column(BOOK_TAG, "id")));
        if (random.nextInt(3) == 0) order.replaceAll(each -> new Order(each.column(), true, each.nullsFirst()));
        return new Statement.Select(
                table,
                columns(table, names),
                hasEdge && random.nextBoolean() ? columns(BOOK_TAG, "place", "id") : List.of(),
                keys,
                distinct,
                where(table),
                order,
                hasEdge ? 1 : 0,
                page(table, order, hasEdge));
    }

    private Order order(Column column) {
        return new Order(column, random.nextBoolean(), random.nextBoolean());
    }

    private Page page(Table table, List<Order> order, boolean hasEdge) {
        int limit = random.nextInt(4) == 0 ? Page.NO_LIMIT : 1 + random.nextInt(4);
        return new Page(
                limit,
                random.nextBoolean(),
                random.nextInt(3) == 0 ? cursor(table, order, hasEdge) : null,
                random.nextInt(4) == 0 ? cursor(table, order, hasEdge) : null);
    }

    private List<Object> cursor(Table table, List<Order> order, boolean hasEdge) {
        List<Object> row = any(library.rows(table));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            boolean isOfEdge = hasEdge && i == order.size() - 1;
            values.add(
                    isOfEdge
                            ? any(library.rows(BOOK_TAG)).getFirst()
                            : row.get(order.get(i).column().ordinal()));
        }
        return values;
    }

    private Keys keys(Table table, String... names) {
        return keysOf(table, List.of(), names);
    }

    private Keys keysOf(Table table, List<dev.perigee.sql.model.Relation.Join> joins, String... names) {
        List<Column> columns = columns(table, names);
        int count = KEY_COUNTS[random.nextInt(KEY_COUNTS.length)];
        List<List<Object>> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Object> key = new ArrayList<>();
            for (Column column : columns) {
                key.add(column.name().equals("shelf") ? "shelf " + random.nextInt(60) : (Object) random.nextInt(300));
            }
            if (random.nextBoolean()) {
                key = new ArrayList<>(columns.stream()
                        .map(column -> any(library.rows(table)).get(column.ordinal()))
                        .toList());
            }
            if (!key.contains(null) && !values.contains(key)) values.add(key);
        }
        if (values.isEmpty())
            values.add(new ArrayList<>(columns.stream()
                    .map(each -> each.name().equals("shelf") ? "none" : (Object) 1)
                    .toList()));
        return new Keys(table, columns, joins, values);
    }

    private Condition where(Table table) {
        return random.nextBoolean() ? Condition.TRUE : condition(table, 2);
    }

    private Condition condition(Table table, int depth) {
        Column text = column(table, table == BOOK ? "title" : "label");
        Column number = column(table, table == BOOK ? "rating" : "weight");
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0 -> new Condition.Compare(number, operator(), random.nextInt(5));
            case 1 ->
                new Condition.Compare(
                        text,
                        Condition.Operator.LIKE,
                        any(List.of("Title\\_A%", "title_A%", "%_B", "%\\%", "label%", "%2", "%[2]", "\\T%", "%\\")));
            case 2 -> new Condition.In(number, any(List.of(List.of(), List.of(1), List.of(1, 2, 3), List.of(2, 4))));
            case 3 -> new Condition.IsNull(number);
            case 4 -> new Condition.Compare(text, operator(), any(List.of("Title_C", "label 2")));
            case 5 ->
                table == BOOK
                        ? new Condition.Compare(column(BOOK, "price"), operator(), new BigDecimal("9.99"))
                        : new Condition.Or(List.of());
            case 6 -> new Condition.Not(condition(table, depth - 1));
            case 7 -> new Condition.And(List.of(condition(table, depth - 1), condition(table, depth - 1)));
            case 8 -> new Condition.Or(List.of(condition(table, depth - 1), condition(table, depth - 1)));
            default ->
                table == BOOK
                        ? random.nextBoolean()
                                ? new Condition.Exists(Library.SERIES, condition(BOOK, depth - 1))
                                : new Condition.Exists(Library.TAGS, condition(TAG, depth - 1))
                        : new Condition.Not(condition(table, depth - 1));
        };
    }

    private Condition.Operator operator() {
        return any(List.of(Condition.Operator.values()).subList(0, 6));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
