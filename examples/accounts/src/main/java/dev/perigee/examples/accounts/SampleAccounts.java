package dev.perigee.examples.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/** The rows that the database starts with, the same each time: only salts differ, and what depends on them. */
final class SampleAccounts {
    private static final List<String> USERNAMES =
            List.of("ada", "bela", "cleo", "dora", "emil", "finn", "gwen", "hugo");
    private static final List<String> NAMES =
            List.of("Arrow", "Birch", "Cinder", "Drift", "Ember", "Frost", "Gale", "Heath");
    private static final List<String> GUILDS = List.of("Foxes", "Herons", "Owls");
    private static final List<String> RANKS = List.of("chief", "scout", "smith");
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final int ACCOUNTS = 40;
    private static final int PLAYERS = 120;

    private final SplittableRandom random = new SplittableRandom(7);
    private final Connection connection;

    private SampleAccounts(Connection connection) {
        this.connection = connection;
    }

    /** @param connection to a database with empty tables */
    static void insert(Connection connection) throws SQLException {
        var samples = new SampleAccounts(connection);
        samples.accounts();
        samples.guilds();
        samples.players();
    }

    private void accounts() throws SQLException {
        var sql = """
            insert into "account" ("username", "password", "salt", "created_at", "updated_at") values (?, ?, ?, ?, ?)\
            """;
        try (var rows = connection.prepareStatement(sql)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                String username = numbered(USERNAMES, i);
                String salt = Passwords.newSalt();
                var created = FIRST_DAY.plusSeconds(86_400L * i).atOffset(ZoneOffset.UTC);
                add(
                        rows,
                        username,
                        Passwords.derive("password of " + username, salt),
                        salt,
                        created,
                        created.plusDays(1));
            }
            rows.executeBatch();
        }
    }

    private void guilds() throws SQLException {
        try (var rows = connection.prepareStatement("insert into \"guild\" (\"name\") values (?)")) {
            for (String name : GUILDS) add(rows, name);
            rows.executeBatch();
        }
    }

    /** Each is in up to two guilds. */
    private void players() throws SQLException {
        var player = "insert into \"player\" (\"parent_id\", \"name\", \"level\") values (?, ?, ?)";
        var membership = "insert into \"membership\" (\"player_id\", \"guild_id\", \"rank\") values (?, ?, ?)";
        try (var players = connection.prepareStatement(player);
                var memberships = connection.prepareStatement(membership)) {
            for (int i = 0; i < PLAYERS; i++) {
                add(players, 1 + i * ACCOUNTS / PLAYERS, numbered(NAMES, i), random.nextInt(1, 100));
                int guilds = random.nextInt(3);
                for (int j = 0; j < guilds; j++) add(memberships, i + 1, 1 + (i + j) % GUILDS.size(), rank());
            }
            players.executeBatch();
            memberships.executeBatch();
        }
    }

    private String rank() {
        return RANKS.get(random.nextInt(RANKS.size()));
    }

    /** "ada", ..., then "ada2" and so on. */
    private static String numbered(List<String> names, int index) {
        int round = index / names.size();
        return names.get(index % names.size()) + (round == 0 ? "" : round + 1);
    }

    private static void add(PreparedStatement rows, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) rows.setObject(i + 1, values[i]);
        rows.addBatch();
    }
}
