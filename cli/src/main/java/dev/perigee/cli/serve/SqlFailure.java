package dev.perigee.cli.serve;

import java.sql.SQLException;

/** Says in one line why a database can't be used: in its own words, and without what may be secret in a URL. */
final class SqlFailure {
    private SqlFailure() {}

    static String connecting(SqlSettings settings, SQLException failure) {
        String database = "the database " + DatabaseAddress.shown(settings.url());
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String user = settings.user() == null ? "" : " as the user " + settings.user();
        if (state.startsWith("28")) return "Not let in by " + database + user + ": " + reason(failure);
        return "Can't reach " + database + ": " + reason(failure);
    }

    static String reading(SqlSettings settings, SQLException failure) {
        return "Can't read the tables of the database " + DatabaseAddress.shown(settings.url()) + ": "
                + reason(failure);
    }

    /** The first line of what the driver says. */
    static String reason(SQLException failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) return failure.toString();
        String line = message.strip().lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
