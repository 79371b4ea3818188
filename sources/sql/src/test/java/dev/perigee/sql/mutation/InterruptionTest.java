package dev.perigee.sql.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.execution.Request;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that break, rows that others hold, and requests that end before their transaction does. */
class InterruptionTest {
    private static final String CREATE =
            "mutation { createAccount(input: {username: \"ada\", players: [{name: \"Ann\"}]}) { id kill players {"
                    + " nodes { name } } } }";

    /** Those with a server that can end a connection. */
    static Stream<TestDatabase> servers() {
        return Stream.of(TestDatabases.postgres(), TestDatabases.mariaDb());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void nothingIsLeftByAConnectionThatIsKilled(TestDatabase database) throws SQLException {
        try (Connection killer = database.connection()) {
            GamesGraph graph = GamesGraph.of(
                    database,
                    "extend type Account { kill: Boolean }",
                    wiring -> wiring.function(
                            "Account.kill", (root, arguments, context, info) -> kill(killer, database)));
            for (int i = 0; i < GamesGraph.CONNECTIONS + 1; i++) {
                assertThat(graph.run(CREATE).errors()).isNotEmpty().allSatisfy(error -> {
                    assertThat(error.extensions()).containsEntry("code", "DATABASE_UNAVAILABLE");
                    assertThat(error.message()).isEqualTo("The database can't be reached.");
                });
                assertThat(graph.rows("select * from \"account\"")).isEmpty();
                assertThat(graph.rows("select * from \"player\"")).isEmpty();
            }
            assertThat(graph.answer("mutation { createAccount(input: {username: \"ada\"}) { username } }"))
                    .isEqualTo("{\"data\":{\"createAccount\":{\"username\":\"ada\"}}}");
        }
    }

    private static boolean kill(Connection killer, TestDatabase database) throws SQLException {
        try (Statement statement = killer.createStatement()) {
            if (database.name().equals("PostgreSQL")) {
                statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                    """);
                return true;
            }
            List<Long> others = new ArrayList<>();
            String list =
                    "select id from information_schema.processlist where db = database() and id <> connection_id()";
            try (ResultSet rows = statement.executeQuery(list)) {
                while (rows.next()) others.add(rows.getLong(1));
            }
            for (long other : others) statement.execute("kill " + other);
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perigee.sql.database.TestDatabases#all")
    void whatEndsBeforeItsTransactionLeavesNothing(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(
                database,
                "extend type Account { wait: Boolean }",
                wiring -> wiring.function("Account.wait", (root, arguments, context, info) ->
                        (Supplier<Boolean>) () -> untilInterrupted()));
        for (int i = 0; i < GamesGraph.CONNECTIONS + 1; i++) {
            var response = graph.engine()
                    .execute(Request.builder("mutation { createAccount(input: {username: \"ada\"}) { id wait } }")
                            .timeout(Duration.ofMillis(500))
                            .build());
            assertThat(response.errors()).isNotEmpty();
            assertThat(response.asMap().get("data")).isNull();
        }
        assertThat(graph.rows("select * from \"account\"")).isEmpty();
        assertThat(graph.run("mutation { createAccount(input: {username: \"ada\"}) { id } }")
                        .errors())
                .isEmpty();
    }

    private static boolean untilInterrupted() {
        try {
            new CountDownLatch(1).await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Without SQLite, which waits for a lock as long as the request may take. */
    static Stream<TestDatabase> withLockTimeouts() {
        return Stream.of(TestDatabases.h2(), TestDatabases.postgres(), TestDatabases.mariaDb());
    }

    @ParameterizedTest
    @MethodSource("withLockTimeouts")
    void saysThatOthersHoldTheRow(TestDatabase database) throws SQLException {
        impatient(database);
        GamesGraph graph = GamesGraph.of(database);
        graph.run("mutation { createAccount(input: {username: \"ada\"}) { id } }");
        String quote = database.name().equals("MariaDB") ? "`" : "\"";
        try (Connection holder = database.connection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.executeUpdate("update \"account\" set \"motto\" = 'mine'".replace("\"", quote));
            var response = graph.run("mutation { updateAccount(id: 1, patch: {motto: \"yours\"}) { id } }");
            assertThat(response.errors()).singleElement().satisfies(error -> {
                assertThat(error.message())
                        .isEqualTo("Others wrote the same rows at the same time. Nothing was changed; try again.");
                assertThat(error.extensions()).containsEntry("code", "CONFLICT");
            });
            holder.commit();
        }
        assertThat(graph.rows("select \"motto\" from \"account\"")).containsExactly("mine");
    }

    /** Locks are waited for no longer than a second by connections that are opened from now on. */
    private static void impatient(TestDatabase database) {
        switch (database.name()) {
            case "H2" -> database.execute("set default_lock_timeout 500");
            case "PostgreSQL" ->
                database.execute(
                        "do $$ begin execute format('alter database %I set lock_timeout = 500', current_database());"
                                + " end $$");
            case "MariaDB" -> database.execute("set global innodb_lock_wait_timeout = 1");
            default -> throw new IllegalArgumentException(database.name());
        }
        ((HikariDataSource) database.dataSource()).getHikariPoolMXBean().softEvictConnections();
    }
}
