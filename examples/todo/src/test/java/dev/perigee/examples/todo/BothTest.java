package dev.perigee.examples.todo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three processes, as on a terminal. */
@Timeout(120)
class BothTest {
    @Test
    void one_command_starts_both() throws Exception {
        Process both = start(Both.class);
        List<String> lines = lines(both);
        assertThat(both.waitFor()).as(String.join("\n", lines)).isZero();
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        assertThat(of("web", lines)).isEqualTo(of("web", readme));
        assertThat(of("service", lines)).isEqualTo(of("service", readme));
    }

    @Test
    void a_service_without_secrets_does_not_start() throws Exception {
        Process service = start(TodoService.class);
        assertThat(lines(service)).contains("TODO_WEB_SECRET is not set: give each client a secret of its own.");
        assertThat(service.waitFor()).isEqualTo(1);
    }

    /** What a program has said, without what is different each time. */
    private static List<String> of(String program, List<String> lines) {
        return lines.stream()
                .filter(line -> line.stripLeading().startsWith(program + " |"))
                .map(BothTest::same)
                .toList();
    }

    private static String same(String line) {
        return line.replaceAll("localhost:[0-9]+", "<server>")
                .replaceAll("[0-9a-f]{8}-[-0-9a-f]{27}", "<id>")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d+", "<time>")
                .replaceAll("[0-9.]+ms [0-9]+B", "<size>")
                .replaceAll("document=[0-9a-f]{12}", "<hash>");
    }

    private static Process start(Class<?> program) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder process = new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), program.getName());
        process.environment().put("TODO_PORT", "0");
        process.environment().put("TODO_REST_PORT", "0");
        return process.redirectErrorStream(true).start();
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader reader = process.inputReader()) {
            return reader.lines().toList();
        }
    }
}
