package dev.perigee.sql.statement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;

/** The dialects that there are, by the name that a database gives itself. */
final class Dialects {
    private static final Map<String, Dialect> BY_PRODUCT = Map.of(
            "H2", new H2(),
            "PostgreSQL", new PostgreSql(),
            "SQLite", new Sqlite(),
            "MariaDB", new MariaDb(),
            "MySQL", new MySql());

    private Dialects() {}

    static Dialect of(Connection connection) throws SQLException {
        return named(connection.getMetaData().getDatabaseProductName());
    }

    static Dialect named(String product) throws SQLException {
        Dialect dialect = BY_PRODUCT.get(product);
        if (dialect != null) return dialect;
        throw new SQLException("The database is \"%s\"; Perigee knows %s."
                .formatted(product, String.join(", ", new TreeSet<>(BY_PRODUCT.keySet()))));
    }
}
