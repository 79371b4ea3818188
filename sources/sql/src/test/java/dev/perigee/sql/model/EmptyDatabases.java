package dev.perigee.sql.model;

import dev.perigee.sql.database.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;

/** Connections to empty databases, by what the model calls their kinds. */
final class EmptyDatabases {
    private EmptyDatabases() {}

    static Set<Database> all() {
        return EnumSet.of(Database.H2, Database.SQLITE, Database.POSTGRESQL);
    }

    /** A connection to an empty database that nobody else uses. */
    static Connection open(Database database) throws SQLException {
        return switch (database) {
            case H2 -> TestDatabases.h2().connection();
            case SQLITE -> TestDatabases.sqlite().connection();
            case POSTGRESQL -> TestDatabases.postgres().connection();
            case MARIADB, MYSQL -> throw new IllegalArgumentException("No model is tested on " + database);
        };
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) statement.execute(text);
        }
    }
}
