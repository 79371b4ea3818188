package dev.perigee.sql.hydration;

import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A view that takes far longer to read than any test, and a table beside it that doesn't. */
final class Slow {
    private static final String PLACE = "slow_view";

    /** What the database says of itself that a statement about the view is running. */
    private static final String RUNNING_POSTGRES = "select count(*) from pg_stat_activity where state = 'active' and"
            + " query like '%\"slow_view\"%' and pid <> pg_backend_pid()";

    private static final String RUNNING_H2 =
            "select count(*) from information_schema.sessions where executing_statement"
                    + " like '%\"slow_view\"%' and session_id <> session_id()";

    static final Model MODEL = Model.builder()
            .table(table(PLACE, "Slow"))
            .table(table("quick", "Quick"))
            .build();

    private Slow() {}

    private static Table table(String name, String type) {
        Column id = new Column(0, "id", "id", SqlType.of(Kind.BIGINT), Set.of(Column.Trait.REFERENCE), null);
        return new Table(null, name, type, null, List.of(id), List.of(id), List.of(), null, true);
    }

    static void create(TestDatabase database) {
        String view = database.name().equals("H2")
                ? "select count(*) as \"id\" from system_range(1, 1000000) a, system_range(1, 1000000) b"
                : "select count(pg_sleep(600)) as \"id\"";
        database.execute(
                "create table \"quick\" (\"id\" bigint primary key)",
                "insert into \"quick\" values (1)",
                "create view \"" + PLACE + "\" as " + view);
    }

    /** How many statements about the view are running. */
    static int running(TestDatabase database) {
        try (Connection connection = database.connection();
                ResultSet result = connection
                        .createStatement()
                        .executeQuery(database.name().equals("H2") ? RUNNING_H2 : RUNNING_POSTGRES)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks again and again until it holds; the test's time limit ends it otherwise, by an interrupt. */
    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) throw new IllegalStateException("It does not come to hold");
            Thread.yield();
        }
    }
}
