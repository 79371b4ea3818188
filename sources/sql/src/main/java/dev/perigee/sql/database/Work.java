package dev.perigee.sql.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Something that takes a connection. */
@FunctionalInterface
interface Work {
    /** @return how many rows it was about */
    int run(Connection connection) throws SQLException;
}
