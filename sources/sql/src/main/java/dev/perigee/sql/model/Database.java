package dev.perigee.sql.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of databases that models are read from and created in. */
public enum Database {
    H2("H2"),
    POSTGRESQL("PostgreSQL"),
    SQLITE("SQLite"),
    MARIADB("MariaDB"),
    MYSQL("MySQL");

    private final String productName;

    Database(String productName) {
        this.productName = productName;
    }

    /** As the database names itself, and {@code Dialect.name()} does. */
    public String productName() {
        return productName;
    }

    /** @throws SQLException if the connection can't be asked, or its database is none of these */
    public static Database of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        // a server of MariaDB says to drivers of MySQL that it is one, with its true name in the version
        if (connection.getMetaData().getDatabaseProductVersion().contains("MariaDB")) return MARIADB;
        for (Database database : values()) {
            if (database.productName.equalsIgnoreCase(name)) return database;
        }
        String known = Arrays.stream(values()).map(Database::productName).collect(Collectors.joining(", "));
        throw new SQLException("The database " + name + " is none that Perigee knows: " + known);
    }

    /** Whether it is MariaDB or MySQL, whose catalogs are what others call schemas. */
    boolean isMysqlFamily() {
        return this == MARIADB || this == MYSQL;
    }

    /** A name as statements have it, with its case, whatever characters it has. */
    String quote(String name) {
        String quote = isMysqlFamily() ? "`" : "\"";
        return quote + name.replace(quote, quote + quote) + quote;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
