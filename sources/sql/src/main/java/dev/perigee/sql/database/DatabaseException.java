package dev.perigee.sql.database;

import dev.perigee.data.ClientException;

/**
 * The database could not do what was asked, and the client may know that much: {@code DATABASE_UNAVAILABLE} if it can't be
 * reached or went away, {@code DATABASE_BUSY} if too much is waiting for it. What it said itself is the cause.
 */
public final class DatabaseException extends ClientException {
    private static final long serialVersionUID = 1;

    DatabaseException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }

    DatabaseException(String code, String message) {
        super(code, message);
    }
}
