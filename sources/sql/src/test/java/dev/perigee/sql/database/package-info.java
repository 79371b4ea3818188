/**
 * Databases for tests: one server of each kind for the JVM, started when a test first needs it, and closed with the JVM.
 * Read {@link dev.perigee.sql.database.TestDatabases} first.
 */
package dev.perigee.sql.database;
