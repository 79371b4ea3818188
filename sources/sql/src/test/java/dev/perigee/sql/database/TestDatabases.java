package dev.perigee.sql.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The databases that tests run against. Each is empty at first and belongs to whoever asked for it. A database that
 * can't be started on this machine aborts the test that uses it, with the reason, so that the test is shown as skipped.
 *
 * <p>As a source of parameters: {@code @MethodSource("dev.perigee.sql.database.TestDatabases#all")} for a fresh database
 * for each test, or a method of the test's own that gives {@code TestDatabases.of(MyTest.class)} for one that all tests
 * of the class share.
 */
public final class TestDatabases {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<Class<?>, List<TestDatabase>> BY_CLASS = new ConcurrentHashMap<>();

    private TestDatabases() {}

    /** A fresh database of each kind: H2, SQLite, PostgreSQL, MariaDB. */
    public static Stream<TestDatabase> all() {
        return Stream.of(h2(), sqlite(), postgres(), mariaDb());
    }

    /** A database of each kind, the same ones each time for one class. */
    public static Stream<TestDatabase> of(Class<?> test) {
        return BY_CLASS.computeIfAbsent(test, unused -> all().toList()).stream();
    }

    public static TestDatabase h2() {
        String name = nextName();
        return new TestDatabase("H2", () -> pool("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", ""));
    }

    public static TestDatabase sqlite() {
        return new TestDatabase("SQLite", () -> pool("jdbc:sqlite:" + file() + "?foreign_keys=on", ""));
    }

    public static TestDatabase postgres() {
        String name = nextName();
        return new TestDatabase("PostgreSQL", () -> pool(PostgresServer.newDatabase(name), ""));
    }

    public static TestDatabase mariaDb() {
        String name = nextName();
        return new TestDatabase("MariaDB", () -> pool(MariaDbServer.newDatabase(name), "set time_zone = '+00:00'"));
    }

    private static String nextName() {
        return "test_" + COUNT.incrementAndGet();
    }

    private static File file() {
        try {
            Path file = Files.createTempFile("perigee-test", ".sqlite");
            file.toFile().deleteOnExit();
            return file.toFile();
        } catch (IOException e) {
            throw new IllegalStateException("No file for SQLite", e);
        }
    }

    private static HikariDataSource pool(String url, String setup) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        if (!setup.isEmpty()) config.setConnectionInitSql(setup);
        HikariDataSource pool = new HikariDataSource(config);
        Runtime.getRuntime().addShutdownHook(new Thread(pool::close));
        try (Connection connection = pool.getConnection()) {
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException(url, e);
        }
    }
}
