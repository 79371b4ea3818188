package dev.perigee.examples.moongate.game;

import dev.perigee.examples.moongate.login.Passwords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The rows that the database starts with, the same each time: only salts differ, and what depends on them. */
final class SampleGame {
    private static final List<String> USERNAMES =
            List.of("ada", "bela", "cleo", "dora", "emil", "finn", "gwen", "hugo");
    private static final List<String> NAMES = List.of("Arrow", "Birch", "Cinder", "Drift", "Ember", "Frost");
    private static final List<String> GUILDS = List.of("Foxes", "Herons", "Owls");
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final int PLAYERS = 3 * USERNAMES.size();

    private final Connection connection;

    private SampleGame(Connection connection) {
        this.connection = connection;
    }

    /** @param connection to a database with empty tables */
    static void insert(Connection connection) throws SQLException {
        var sample = new SampleGame(connection);
        sample.accounts();
        sample.players();
        sample.friendships();
        sample.guilds();
    }

    /** Their passwords are {@code password of ada} and so on. Only the first may see email addresses. */
    private void accounts() throws SQLException {
        try (var rows = rows("account", "username", "email", "password", "salt", "scopes", "created_at")) {
            for (int i = 0; i < USERNAMES.size(); i++) {
                String username = USERNAMES.get(i);
                String salt = Passwords.newSalt();
                String password = Passwords.derive("password of " + username, salt);
                var created = FIRST_DAY.plusSeconds(86_400L * i).atOffset(ZoneOffset.UTC);
                add(rows, username, username + "@example.com", password, salt, i == 0 ? "email" : "", created);
            }
            rows.executeBatch();
        }
    }

    /** Three for each account. */
    private void players() throws SQLException {
        try (var rows = rows("player", "account_id", "name", "level")) {
            for (int i = 0; i < PLAYERS; i++) {
                int round = i / NAMES.size();
                String name = NAMES.get(i % NAMES.size()) + (round == 0 ? "" : round + 1);
                add(rows, 1 + i / 3, name, 1 + i * 37 % 99);
            }
            rows.executeBatch();
        }
    }

    /** In a circle: each has the two beside it, and the one across. */
    private void friendships() throws SQLException {
        try (var rows = rows("friendship", "player_id", "friend_id")) {
            for (int i = 0; i < PLAYERS; i++) {
                for (int step : List.of(1, PLAYERS / 2, PLAYERS - 1)) add(rows, i + 1, 1 + (i + step) % PLAYERS);
            }
            rows.executeBatch();
        }
    }

    /** Each player but every fourth is in one. */
    private void guilds() throws SQLException {
        try (var guilds = rows("guild", "name");
                var memberships = rows("membership", "player_id", "guild_id")) {
            for (String name : GUILDS) add(guilds, name);
            for (int i = 0; i < PLAYERS; i++) {
                if (i % 4 < GUILDS.size()) add(memberships, i + 1, i % 4 + 1);
            }
            guilds.executeBatch();
            memberships.executeBatch();
        }
    }

    private PreparedStatement rows(String table, String... columns) throws SQLException {
        String names = String.join("\", \"", columns);
        String places = ", ?".repeat(columns.length).substring(2);
        return connection.prepareStatement("insert into \"" + table + "\" (\"" + names + "\") values (" + places + ")");
    }

    private static void add(PreparedStatement rows, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) rows.setObject(i + 1, values[i]);
        rows.addBatch();
    }
}
