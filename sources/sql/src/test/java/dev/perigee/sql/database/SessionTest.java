package dev.perigee.sql.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.ClientException;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Statement.Insert;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails, a session gives back its connection and its place at the gate, once, and leaves nothing half-written. */
class SessionTest {
    private static final int CONNECTIONS = 2;
    private static final Column ID = new Column(0, "id", "id", SqlType.of(Kind.BIGINT), Set.of(), null);
    private static final Table THING =
            new Table(null, "thing", "Thing", null, List.of(ID), List.of(ID), List.of(), null, false);

    private final TestDatabase test = TestDatabases.h2();
    private final Faults faults = new Faults();
    private final OneRequest request = new OneRequest();
    private Database database;
    private Session session;

    @BeforeEach
    void open() throws SQLException {
        test.execute("create table \"thing\" (\"id\" bigint primary key)");
        database = Database.of(faults.over(test.dataSource()), CONNECTIONS, SqlLimits.DEFAULT);
        session = new Session(database, request);
    }

    @AfterEach
    void allIsGivenBack() {
        session.close();
        session.close();
        assertThat(database.gate().free()).isEqualTo(CONNECTIONS);
        assertThat(faults.open()).isZero();
    }

    private void begin() throws Exception {
        session.begin(Connection.TRANSACTION_READ_COMMITTED, false);
    }

    private void insert(long id) throws Exception {
        session.insert(new Insert(THING, List.of(ID), List.of(List.of(id)), List.of()), row -> {});
    }

    private int things() throws SQLException {
        try (Connection connection = test.connection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from \"thing\"")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void commits() throws Exception {
        begin();
        insert(1);
        assertThat(things()).isZero();
        session.commit();
        assertThat(things()).isOne();
        assertThat(session.isInTransaction()).isFalse();
        session.rollback();
        assertThat(database.gate().free()).isEqualTo(CONNECTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getConnection", "setReadOnly", "setTransactionIsolation", "setAutoCommit"})
    void aTransactionThatDoesNotBeginHoldsNothing(String method) throws Exception {
        for (int i = 0; i < CONNECTIONS + 1; i++) {
            faults.fail(method, "08006");
            assertThatThrownBy(this::begin)
                    .isInstanceOfSatisfying(
                            DatabaseException.class, e -> assertThat(e.code()).isEqualTo("DATABASE_UNAVAILABLE"));
            assertThat(database.gate().free()).isEqualTo(CONNECTIONS);
        }
        faults.heal();
        begin();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "prepareStatement", "executeUpdate"})
    void whatFailsWithinATransactionUndoesIt(String method) throws Exception {
        begin();
        insert(1);
        faults.fail(method, "XX000");
        if (!method.equals("commit")) {
            assertThatThrownBy(() -> insert(2)).hasMessageContaining(method);
        }
        assertThatThrownBy(() -> session.commit())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(method);
        assertThat(session.isInTransaction()).isFalse();
        assertThat(things()).isZero();
        assertThat(database.gate().free()).isEqualTo(CONNECTIONS);
    }

    @Test
    void aConnectionThatIsLostGivesItsPlaceBack() throws Exception {
        begin();
        insert(1);
        faults.fail("prepareStatement", "08006");
        faults.fail("rollback", "08006");
        faults.fail("close", "08006");
        assertThatThrownBy(() -> insert(2)).isInstanceOf(ClientException.class);
        session.rollback();
        assertThat(database.gate().free()).isEqualTo(CONNECTIONS);
        session.rollback();
        assertThat(database.gate().free()).isEqualTo(CONNECTIONS);
    }

    @Test
    void closesOnlyWhenTheStatementAtHandHasEnded() throws Exception {
        CountDownLatch isRunning = new CountDownLatch(1);
        CountDownLatch isCancelled = new CountDownLatch(1);
        CountDownLatch isClosed = new CountDownLatch(1);
        faults.before("cancel", isCancelled::countDown);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = executor.submit(() -> {
                begin();
                insert(1);
                faults.before("executeUpdate", () -> {
                    isRunning.countDown();
                    awaitIgnoringInterrupts(isCancelled);
                });
                insert(2); // which may have come to its end before it could be cancelled
                isClosed.await();
                insert(3);
                return null;
            });
            isRunning.await();
            Future<?> closing = executor.submit(() -> {
                request.cancel();
                session.close();
                isClosed.countDown();
            });
            closing.get();
            assertThatThrownBy(writer::get)
                    .isInstanceOf(ExecutionException.class)
                    .satisfies(e ->
                            assertThat(e.getCause()).isInstanceOfAny(CancellationException.class, SQLException.class));
        }
        assertThat(things()).isZero();
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new SQLException("interrupted", e);
        }
    }

    @Test
    void nothingBeginsOrIsSentOnceClosed() throws Exception {
        session.close();
        assertThatThrownBy(this::begin).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> insert(1)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> session.commit()).isInstanceOf(CancellationException.class);
        assertThat(things()).isZero();
    }

    @Test
    void writesOnlyWithinOneTransaction() throws Exception {
        assertThatThrownBy(() -> insert(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No transaction");
        begin();
        assertThatThrownBy(this::begin)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A transaction is open");
        session.rollback();
    }
}
