package dev.perigee.sql.statement;

import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs statements on a database. */
final class Execution {
    private Execution() {}

    /** The rows that a statement gives. */
    static List<List<Object>> read(TestDatabase database, Statement statement) throws SQLException {
        return read(database, database.dialect().write(statement), types(statement));
    }

    static List<List<Object>> read(TestDatabase database, Sql sql, List<SqlType> types) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement prepared = prepare(connection, database.dialect(), sql);
                ResultSet result = prepared.executeQuery()) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 0; i < types.size(); i++)
                    row.add(database.dialect().read(result, i + 1, types.get(i)));
                rows.add(Collections.unmodifiableList(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new SQLException(database.name() + ": " + e.getMessage() + "\n" + sql.text(), e.getSQLState(), e);
        }
    }

    /** Runs a statement that gives no rows. Gives the number of rows that it changed. */
    static int write(TestDatabase database, Statement statement) throws SQLException {
        Sql sql = database.dialect().write(statement);
        try (Connection connection = database.connection();
                PreparedStatement prepared = prepare(connection, database.dialect(), sql)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new SQLException(database.name() + ": " + e.getMessage() + "\n" + sql.text(), e.getSQLState(), e);
        }
    }

    private static PreparedStatement prepare(Connection connection, Dialect dialect, Sql sql) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(sql.text());
        for (int i = 0; i < sql.binds().size(); i++) {
            dialect.bind(prepared, i + 1, sql.binds().get(i));
        }
        return prepared;
    }

    private static List<SqlType> types(Statement statement) {
        List<SqlType> types = new ArrayList<>();
        switch (statement) {
            case Statement.Select select -> {
                if (select.keys() != null) add(types, select.keys().columns());
                add(types, select.edge());
                add(types, select.columns());
            }
            case Statement.Aggregate aggregate -> {
                if (aggregate.keys() != null) add(types, aggregate.keys().columns());
                aggregate.figures().forEach(figure -> types.add(figure.type()));
            }
            case Statement.Union union -> {
                types.add(SqlType.of(dev.perigee.sql.model.Kind.INTEGER));
                union.selects().forEach(select -> add(types, select.keys().columns()));
                add(types, union.selects().getFirst().columns());
            }
            case Statement.Insert insert -> add(types, insert.returning());
            case Statement.Update update -> throw new IllegalArgumentException("No rows: " + update);
            case Statement.Delete delete -> throw new IllegalArgumentException("No rows: " + delete);
        }
        return types;
    }

    private static void add(List<SqlType> types, List<Column> columns) {
        columns.forEach(column -> types.add(column.type()));
    }
}
