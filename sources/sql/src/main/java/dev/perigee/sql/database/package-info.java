/**
 * Sends statements and reads rows: a pool that never queues without bound, a session for each request with its deadline,
 * limits and transaction. Uses {@code model}, {@code statement}, JDBC and HikariCP. Read
 * {@link dev.perigee.sql.database.Database} and {@link dev.perigee.sql.database.Session} first.
 */
@NullMarked
package dev.perigee.sql.database;

import org.jspecify.annotations.NullMarked;
