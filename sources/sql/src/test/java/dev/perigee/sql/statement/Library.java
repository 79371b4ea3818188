package dev.perigee.sql.statement;

import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A small model for tests, with rows made at random: books of authors on shelves, tagged, some of them twice. */
final class Library {
    static final Table BOOK = new Table(
            null,
            "book",
            "Book",
            null,
            columns(
                    column("id", Kind.INTEGER, false),
                    column("author_id", Kind.INTEGER, true),
                    column("room", Kind.INTEGER, false),
                    column("shelf", Kind.TEXT, false),
                    column("title", Kind.TEXT, false),
                    column("rating", Kind.INTEGER, true),
                    new Column(0, "price", "price", new SqlType(Kind.DECIMAL, "", 10, 2), nullable(true), null),
                    column("series_id", Kind.INTEGER, true)),
            List.of(column(0, "id", Kind.INTEGER, false)),
            List.of(),
            null,
            false);
    static final Table TAG = new Table(
            null,
            "tag",
            "Tag",
            null,
            columns(
                    column("id", Kind.INTEGER, false),
                    column("label", Kind.TEXT, false),
                    column("weight", Kind.INTEGER, true)),
            List.of(column(0, "id", Kind.INTEGER, false)),
            List.of(),
            null,
            false);
    static final Table BOOK_TAG = new Table(
            null,
            "book_tag",
            "BookTag",
            null,
            columns(
                    column("id", Kind.INTEGER, false),
                    column("book_id", Kind.INTEGER, false),
                    column("tag_id", Kind.INTEGER, true),
                    column("place", Kind.INTEGER, true)),
            List.of(column(0, "id", Kind.INTEGER, false)),
            List.of(),
            null,
            false);
    static final List<Table> TABLES = List.of(BOOK, TAG, BOOK_TAG);

    static final Join BOOK_TO_LINK = join(BOOK, "id", BOOK_TAG, "book_id");
    static final Join LINK_TO_TAG = join(BOOK_TAG, "tag_id", TAG, "id");
    static final Relation TAGS = new Relation(
            "tags", Relation.Kind.HAS_THROUGH, List.of(BOOK_TO_LINK, LINK_TO_TAG), true, false, false, null);
    static final Relation SERIES = new Relation(
            "series",
            Relation.Kind.BELONGS_TO,
            List.of(join(BOOK, "series_id", BOOK, "id")),
            false,
            false,
            false,
            null);

    static {
        Model.Builder model = Model.builder();
        TABLES.forEach(model::table);
        model.relation(TAGS).relation(SERIES).build();
    }

    private final Map<Table, List<List<Object>>> rows = new LinkedHashMap<>();

    /** @param books how many books; there are half as many tags, and twice as many links */
    Library(long seed, int books) {
        Random random = new Random(seed);
        for (Table table : TABLES) rows.put(table, new ArrayList<>());
        for (int id = 1; id <= books; id++) rows.get(BOOK).add(book(random, id, books));
        for (int id = 1; id <= books / 2; id++) {
            rows.get(TAG).add(row(id, "label " + random.nextInt(5), orNull(random, random.nextInt(4))));
        }
        for (int id = 1; id <= books * 2; id++) {
            int tag = 1 + random.nextInt(books / 2);
            rows.get(BOOK_TAG)
                    .add(row(
                            id,
                            1 + random.nextInt(books),
                            orNull(random, random.nextBoolean() ? 1 + tag % 3 : tag),
                            orNull(random, random.nextInt(3))));
        }
    }

    private static List<Object> book(Random random, int id, int books) {
        return row(
                id,
                orNull(random, 1 + random.nextInt(books / 4)),
                random.nextInt(4),
                "shelf " + random.nextInt(3),
                "Title_" + (char) ('A' + random.nextInt(6)) + (random.nextInt(4) == 0 ? "%" : ""),
                orNull(random, random.nextInt(5)),
                orNull(random, BigDecimal.valueOf(random.nextInt(2000), 2)),
                orNull(random, 1 + random.nextInt(books)));
    }

    private static Object orNull(Random random, Object value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    List<List<Object>> rows(Table table) {
        return rows.get(table);
    }

    /** Makes the tables, with their rows. */
    void fill(TestDatabase database) throws SQLException {
        create(database);
        for (Table table : TABLES) {
            List<List<Object>> all = rows.get(table);
            for (int start = 0; start < all.size(); start += 500) {
                List<List<Object>> part = all.subList(start, Math.min(start + 500, all.size()));
                Execution.write(database, new Statement.Insert(table, table.columns(), part, List.of()));
            }
        }
    }

    static void create(TestDatabase database) {
        for (Table table : TABLES) database.execute(definition(table, database.name()));
        database.execute(
                quoted("create index book_author on \"book\" (\"author_id\", \"rating\", \"id\")", database.name()));
    }

    private static String definition(Table table, String databaseName) {
        List<String> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            String type = switch (column.type().kind()) {
                case INTEGER -> "integer";
                case DECIMAL -> "decimal(10, 2)";
                default -> "varchar(200)";
            };
            columns.add("\"" + column.name() + "\" " + type + (column.isNullable() ? "" : " not null"));
        }
        return quoted(
                "create table \"" + table.name() + "\" (" + String.join(", ", columns) + ", primary key (\"id\"))",
                databaseName);
    }

    static String quoted(String sql, String databaseName) {
        return databaseName.equals("MariaDB") ? sql.replace('"', '`') : sql;
    }

    static Column column(Table table, String name) {
        Column column = table.column(name);
        if (column == null) throw new IllegalArgumentException(table + "." + name);
        return column;
    }

    static List<Column> columns(Table table, String... names) {
        return Arrays.stream(names).map(name -> column(table, name)).toList();
    }

    static Column column(String name, Kind kind, boolean isNullable) {
        return column(0, name, kind, isNullable);
    }

    static Column column(int ordinal, String name, Kind kind, boolean isNullable) {
        return new Column(ordinal, name, name, SqlType.of(kind), nullable(isNullable), null);
    }

    private static Set<Trait> nullable(boolean isNullable) {
        return isNullable ? Set.of(Trait.NULLABLE) : Set.of();
    }

    /** The columns, each with its place. */
    static List<Column> columns(Column... columns) {
        List<Column> placed = new ArrayList<>();
        for (Column column : columns) {
            placed.add(
                    new Column(placed.size(), column.name(), column.fieldName(), column.type(), column.traits(), null));
        }
        return placed;
    }

    private static Join join(Table from, String fromColumn, Table to, String toColumn) {
        return new Join(from, columns(from, fromColumn), to, columns(to, toColumn));
    }
}
