package dev.perigee.sql.hydration;

import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Bind;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Sql;
import dev.perigee.sql.statement.Statement.Insert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes tables of a model in a test's database, with rows, and takes them away again. */
final class TestTables {
    private static final int ROWS_AT_ONCE = 200;

    private TestTables() {}

    static void create(TestDatabase database, Map<Table, List<PlainRow>> rows) {
        rows.keySet().forEach(table -> database.execute(definition(database, table)));
        fill(database, rows);
    }

    static void fill(TestDatabase database, Map<Table, List<PlainRow>> rows) {
        rows.forEach((table, of) -> {
            for (int from = 0; from < of.size(); from += ROWS_AT_ONCE) {
                insert(database, table, of.subList(from, Math.min(of.size(), from + ROWS_AT_ONCE)));
            }
        });
    }

    static void drop(TestDatabase database, Collection<Table> tables) {
        for (Table table : tables) database.execute("drop table " + quoted(database, table.name()));
    }

    private static void insert(TestDatabase database, Table table, List<PlainRow> rows) {
        Dialect dialect = database.dialect();
        List<List<Object>> values = rows.stream().map(PlainRow::values).toList();
        Sql sql = dialect.write(new Insert(table, table.columns(), values, List.of()));
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            List<Bind> binds = sql.binds();
            for (int i = 0; i < binds.size(); i++) dialect.bind(statement, i + 1, binds.get(i));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql.text(), e);
        }
    }

    private static String definition(TestDatabase database, Table table) {
        String columns = table.columns().stream()
                .map(column -> quoted(database, column.name()) + " " + type(database, column)
                        + (column.isNullable() ? " null" : " not null"))
                .collect(Collectors.joining(", "));
        String keys = keyText(database, ", primary key ", table.primaryKey())
                + table.uniqueKeys().stream()
                        .map(key -> keyText(database, ", unique ", key.columns()))
                        .collect(Collectors.joining());
        return "create table " + quoted(database, table.name()) + " (" + columns + keys + ")";
    }

    private static String keyText(TestDatabase database, String begin, List<Column> columns) {
        if (columns.isEmpty()) return "";
        return columns.stream()
                .map(column -> quoted(database, column.name()))
                .collect(Collectors.joining(", ", begin + "(", ")"));
    }

    private static String quoted(TestDatabase database, String name) {
        String quote = database.name().equals("MariaDB") ? "`" : "\"";
        return quote + name.replace(quote, quote + quote) + quote;
    }

    private static String type(TestDatabase database, Column column) {
        Kind kind = column.type().kind();
        boolean isMariaDb = database.name().equals("MariaDB");
        if (database.name().equals("SQLite")) {
            return switch (kind) {
                case BOOLEAN, INTEGER, BIGINT -> "integer";
                case DECIMAL -> "numeric";
                case DOUBLE -> "real";
                default -> "text";
            };
        }
        return switch (kind) {
            case BOOLEAN -> isMariaDb ? "tinyint(1)" : "boolean";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> "decimal(10, 2)";
            case DOUBLE -> isMariaDb ? "double" : "double precision";
            case TEXT -> isMariaDb ? "varchar(80) character set utf8mb4 collate utf8mb4_nopad_bin" : "varchar(80)";
            case UUID -> isMariaDb ? "char(36)" : "uuid";
            case DATE -> "date";
            case TIME -> "time(6)";
            case TIMESTAMP -> isMariaDb ? "datetime(6)" : "timestamp(6)";
            case INSTANT -> isMariaDb ? "datetime(6)" : "timestamp(6) with time zone";
            case BINARY, JSON -> throw new IllegalArgumentException("Not compared: " + column);
        };
    }
}
