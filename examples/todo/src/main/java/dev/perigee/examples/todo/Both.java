package dev.perigee.examples.todo;

import dev.perigee.examples.todo.web.WebApp;
import dev.perigee.server.auth.SecretHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts the service, and when it is ready the web application's server, each in a process of its own, and ends with the
 * latter. Both get the secret that one needs of the other, made for this time alone.
 */
public final class Both {
    /** What the service says when it is; the address of its graph follows. */
    static final String READY = "GraphQL at ";

    /** Keep a JDK quiet about what Netty does; one that does not know them skips them. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private Both() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String secret = SecretHash.newSecret();
        Process service = start(
                TodoService.class, Map.of("TODO_WEB_SECRET", secret, "TODO_MOBILE_SECRET", SecretHash.newSecret()));
        int status = 1;
        try (BufferedReader lines = service.inputReader()) {
            String graph = readyAt(lines);
            Thread rest = Thread.ofVirtual().start(() -> lines.lines().forEach(line -> print("service", line)));
            if (graph != null) status = call(graph, secret);
            end(service);
            rest.join();
        } finally {
            end(service);
        }
        System.exit(status);
    }

    /** Leaves its output open, for what it says last. */
    private static void end(Process process) {
        process.toHandle().destroy();
    }

    private static int call(String graph, String secret) throws IOException, InterruptedException {
        Process web = start(WebApp.class, Map.of("TODO_WEB_SECRET", secret), graph);
        try (BufferedReader lines = web.inputReader()) {
            lines.lines().forEach(line -> print("web", line));
        }
        return web.waitFor();
    }

    /** The address of the graph; null if the service has ended instead. */
    private static @Nullable String readyAt(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            print("service", line);
            if (line.startsWith(READY)) return line.substring(READY.length());
        }
        return null;
    }

    private static void print(String program, String line) {
        System.out.printf("%7s | %s%n", program, line);
    }

    private static Process start(Class<?> program, Map<String, String> secrets, String... arguments)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(secrets);
        return process.redirectErrorStream(true).start();
    }
}
