package dev.perigee.sql.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** Tells a database that can't be reached, or went away, from one that says what is wrong with a statement. */
final class LostConnection {
    /** Of SQLSTATE: no connection, the operator of PostgreSQL ended it, H2 broken, closed, or shut down. */
    private static final List<String> STATES = List.of("08", "57P", "90067", "90098", "90121");

    /** MariaDB's; its state is that of any statement that was interrupted. */
    private static final int KILLED = 1927;

    private LostConnection() {}

    /** The error for the client if there was no connection, or it broke; else what was said, as it is. */
    static Exception orElse(SQLException said) {
        return isLost(said) ? unavailable(said) : said;
    }

    /** The error for the client if there was no connection. */
    static DatabaseException unavailable(SQLException said) {
        return new DatabaseException("DATABASE_UNAVAILABLE", "The database can't be reached.", said);
    }

    private static boolean isLost(SQLException e) {
        if (e instanceof SQLTransientConnectionException || e instanceof SQLNonTransientConnectionException)
            return true;
        String state = e.getSQLState();
        if (state == null) return false;
        boolean isKilled = state.equals("70100") && e.getErrorCode() == KILLED;
        return isKilled || STATES.stream().anyMatch(state::startsWith);
    }
}
