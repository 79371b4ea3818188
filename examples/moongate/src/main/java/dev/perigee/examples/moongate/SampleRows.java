package dev.perigee.examples.moongate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The rows that the database starts with, the same each time but for salts and what depends on them. */
final class SampleRows {
    private static final List<String> USERNAMES = List.of("ada", "bela", "cleo", "dora");
    private static final List<String> PLAYERS =
            List.of("Arrow", "Birch", "Cinder", "Drift", "Ember", "Frost", "Gale", "Heath");
    private static final List<String> GUILDS = List.of("Foxes", "Herons");
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T12:00:00Z");

    private SampleRows() {}

    /** @param connection to a database with empty tables */
    static void insert(Connection connection) throws SQLException {
        for (int i = 0; i < USERNAMES.size(); i++) account(connection, i);
        for (String guild : GUILDS) row(connection, "insert into \"guild\" (\"name\") values (?)", guild);
        for (int i = 0; i < PLAYERS.size(); i++) player(connection, i);
        for (int i = 0; i < PLAYERS.size(); i++) {
            for (int step = 1; step <= 3; step++) {
                row(
                        connection,
                        "insert into \"friend\" (\"player_id\", \"friend_id\") values (?, ?)",
                        i + 1,
                        (i + step) % PLAYERS.size() + 1);
            }
        }
    }

    /** The first one is of the support. */
    private static void account(Connection connection, int index) throws SQLException {
        String username = USERNAMES.get(index);
        String salt = Passwords.newSalt();
        row(
                connection,
                "insert into \"account\" (\"username\", \"email\", \"password\", \"salt\", \"role\", \"created_at\")"
                        + " values (?, ?, ?, ?, ?, ?)",
                username,
                username + "@moongate.example",
                Passwords.derive("password of " + username, salt),
                salt,
                index == 0 ? "support" : "player",
                FIRST_DAY.plusSeconds(86_400L * index).atOffset(ZoneOffset.UTC));
    }

    private static void player(Connection connection, int index) throws SQLException {
        PlayerRow.Profession[] professions = PlayerRow.Profession.values();
        row(
                connection,
                "insert into \"player\" (\"account_id\", \"name\", \"level\", \"profession\") values (?, ?, ?, ?)",
                index % USERNAMES.size() + 1,
                PLAYERS.get(index),
                10 * (index + 1),
                professions[index % professions.length].name());
        row(
                connection,
                "insert into \"member\" (\"player_id\", \"guild_id\") values (?, ?)",
                index + 1,
                index % GUILDS.size() + 1);
    }

    private static void row(Connection connection, String insert, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }
}
