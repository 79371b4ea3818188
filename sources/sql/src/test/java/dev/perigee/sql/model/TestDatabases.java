package dev.perigee.sql.model;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Empty databases of each kind that runs inside the tests. The server of PostgreSQL starts once, when it is needed. */
final class TestDatabases {
    private TestDatabases() {}

    static Set<Database> all() {
        return EnumSet.of(Database.H2, Database.SQLITE, Database.POSTGRESQL);
    }

    /** A connection to an empty database that nobody else uses; those in memory end with it. */
    static Connection open(Database database) throws SQLException {
        return switch (database) {
            case H2 -> DriverManager.getConnection("jdbc:h2:mem:");
            case SQLITE -> DriverManager.getConnection("jdbc:sqlite::memory:");
            case POSTGRESQL -> openPostgres();
            case MARIADB, MYSQL -> throw new IllegalArgumentException("No server of " + database);
        };
    }

    private static Connection openPostgres() throws SQLException {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection()) {
            run(connection, "create database " + name);
        }
        return Server.POSTGRES.getDatabase("postgres", name).getConnection();
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) statement.execute(text);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
