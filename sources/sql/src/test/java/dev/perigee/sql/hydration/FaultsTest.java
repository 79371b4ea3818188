package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import dev.perigee.language.Source;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.Permits;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of requests when the database is gone, slow or busy: an answer in time, and nothing left behind. */
@Timeout(120)
class FaultsTest {
    private static final int CONNECTIONS = 4;

    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
    }

    private static Database connect(TestDatabase test) throws SQLException {
        return Database.connect(test.url(), null, null, CONNECTIONS, SqlLimits.DEFAULT);
    }

    private static Engine engine(Database database) throws SQLException {
        SqlSource source = SqlSource.builder(database, Slow.MODEL).build();
        SchemaReader schema =
                SchemaReader.from(Source.of("schema", source.schema())).library(SqlSource.scalars());
        return Engine.builder(schema.read())
                .wiring(Wiring.builder().source(source).build())
                .build();
    }

    private static Request request(String document, Duration timeout) {
        return Request.builder(document).timeout(timeout).build();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aDatabaseThatWasClosedIsUnavailable(TestDatabase test) throws SQLException {
        Slow.create(test);
        Database database = connect(test);
        Engine engine = engine(database);
        database.close();
        assertUnavailable(engine.execute(Request.of("{ quick(id: 1) { id } }")));
        assertThat(Permits.free(database)).isEqualTo(CONNECTIONS);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aDatabaseThatGoesAwayIsUnavailable(TestDatabase test) throws Exception {
        Slow.create(test);
        try (Database database = connect(test)) {
            Engine engine = engine(database);
            CompletableFuture<Response> slow = engine.executeAsync(Request.of("{ slow(id: 1) { id } }"));
            Slow.await(() -> Slow.running(test) == 1);
            end(test);
            assertUnavailable(slow.get());
            assertThat(Permits.free(database)).isEqualTo(CONNECTIONS);
        }
    }

    @Test
    void connectionsThatBrokeAreMadeAnew() throws Exception {
        TestDatabase test = TestDatabases.postgres();
        Slow.create(test);
        try (Database database = connect(test)) {
            Engine engine = engine(database);
            assertThat(engine.execute(Request.of("{ quick(id: 1) { id } }")).errors())
                    .isEmpty();
            CompletableFuture<Response> slow = engine.executeAsync(Request.of("{ slow(id: 1) { id } }"));
            Slow.await(() -> Slow.running(test) == 1);
            end(test);
            assertUnavailable(slow.get());
            assertThat(engine.execute(Request.of("{ quick(id: 1) { id } }")).toString())
                    .isEqualTo("{\"data\":{\"quick\":{\"id\":\"1\"}}}");
        }
    }

    /** Ends the connections that read the view, or all of H2. */
    private static void end(TestDatabase test) throws SQLException {
        if (!test.name().equals("H2")) {
            test.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where query like '%slow_view%' and pid <>"
                            + " pg_backend_pid()");
            return;
        }
        try (Connection connection = test.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            assertThat(e.getErrorCode()).isEqualTo(ErrorCode.DATABASE_CALLED_AT_SHUTDOWN); // this connection ended, too
        }
    }

    private static void assertUnavailable(Response response) {
        assertThat(response.errors()).hasSize(1);
        ResponseError error = response.errors().getFirst();
        assertThat(error.message()).isEqualTo("The database can't be reached.");
        assertThat(error.extensions()).isEqualTo(Map.of("code", "DATABASE_UNAVAILABLE"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSlowStatementEndsWithTheDeadline(TestDatabase test) throws SQLException {
        Slow.create(test);
        try (Database database = connect(test)) {
            Engine engine = engine(database);
            String both = "{ quick(id: 1) { id } slow(id: 1) { id } }";
            Response response = engine.execute(request(both, Duration.ofSeconds(2)));
            assertThat(response.toString()).endsWith("\"data\":{\"quick\":{\"id\":\"1\"},\"slow\":null}}");
            assertThat(response.errors()).extracting(ResponseError::code).containsExactly("DEADLINE_EXCEEDED");
            Slow.await(() -> Slow.running(test) == 0 && Permits.free(database) == CONNECTIONS);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSlowStatementAloneEndsWithTheDeadline(TestDatabase test) throws SQLException {
        Slow.create(test);
        try (Database database = connect(test)) {
            Response response = engine(database).execute(request("{ slow(id: 1) { id } }", Duration.ofSeconds(1)));
            assertThat(response.errors()).extracting(ResponseError::code).containsExactly("DEADLINE_EXCEEDED");
            Slow.await(() -> Slow.running(test) == 0 && Permits.free(database) == CONNECTIONS);
        }
    }

    /** As many as the machine has threads for are busy, and the deadline comes all the same. */
    @Test
    void slowStatementsOfADatabaseInThisProcessLeaveRoomForOthers() throws Exception {
        TestDatabase test = TestDatabases.h2();
        Slow.create(test);
        int connections = Runtime.getRuntime().availableProcessors() + 1;
        try (Database database = Database.connect(test.url(), null, null, connections, SqlLimits.DEFAULT)) {
            Engine engine = engine(database);
            List<CompletableFuture<Response>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(engine.executeAsync(request("{ slow(id: 1) { id } }", Duration.ofSeconds(3))));
            }
            for (CompletableFuture<Response> each : all) {
                assertThat(each.get().errors()).extracting(ResponseError::code).containsExactly("DEADLINE_EXCEEDED");
            }
            Slow.await(() -> Slow.running(test) == 0 && Permits.free(database) == connections);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aClientThatGoesAwayCancelsWhatRuns(TestDatabase test) throws SQLException {
        Slow.create(test);
        try (Database database = connect(test)) {
            CompletableFuture<Response> future =
                    engine(database).executeAsync(Request.of("{ slow(id: 1) { id } slows { totalCount } }"));
            Slow.await(() -> Slow.running(test) == 2);
            future.cancel(true);
            Slow.await(() -> Slow.running(test) == 0 && Permits.free(database) == CONNECTIONS);
        }
    }

    @Test
    void tenThousandRequestsTakeTurnsAtTenConnections() throws Exception {
        TestDatabase test = TestDatabases.h2();
        Slow.create(test);
        try (Database database = Database.connect(test.url(), null, null, 10, SqlLimits.DEFAULT)) {
            Engine engine = engine(database);
            Request request = request("{ quick(id: 1) { id } quicks { totalCount } }", Duration.ofSeconds(100));
            List<CompletableFuture<Response>> all = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) all.add(engine.executeAsync(request));
            int answered = 0;
            for (CompletableFuture<Response> each : all) {
                Response response = each.get();
                if (response.errors().isEmpty()) answered++;
                else
                    assertThat(response.errors())
                            .extracting(ResponseError::code)
                            .containsOnly("DATABASE_BUSY");
            }
            assertThat(answered).isPositive();
            assertThat(Permits.free(database)).isEqualTo(10);
            assertThat(engine.execute(request).errors()).isEmpty();
        }
    }
}
