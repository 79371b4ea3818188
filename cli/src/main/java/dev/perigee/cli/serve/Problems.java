package dev.perigee.cli.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers what is wrong in a file, to be reported at once. For one thread. */
final class Problems {
    private final Path file;
    private final List<Problem> found = new ArrayList<>();
    private final List<Problems> ofOthers = new ArrayList<>();

    private record Problem(int line, int column, String message) {}

    Problems(Path file) {
        this.file = file;
    }

    /** Those of a file that this one names, reported with these. */
    Problems of(Path other) {
        Problems problems = new Problems(other);
        ofOthers.add(problems);
        return problems;
    }

    void add(Node node, String message) {
        add(start(node), message);
    }

    void add(Mark mark, String message) {
        add(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    /** @param line from 1 */
    void add(int line, int column, String message) {
        found.add(new Problem(line, column, message));
    }

    /** What stands before a problem with this node: {@code perigee.yaml:3:5: }. */
    String place(Node node) {
        Mark mark = start(node);
        return line(new Problem(mark.getLine() + 1, mark.getColumn() + 1, ""));
    }

    /** @throws ServeException if there are any, with all of them in the order of the file */
    void check() throws ServeException {
        List<String> lines = lines().toList();
        if (!lines.isEmpty()) throw new ServeException(lines);
    }

    private Stream<String> lines() {
        Stream<String> here = found.stream()
                .sorted(Comparator.comparing(Problem::line).thenComparing(Problem::column))
                .map(this::line);
        return Stream.concat(here, ofOthers.stream().flatMap(Problems::lines));
    }

    private static Mark start(Node node) {
        return node.getStartMark().orElseThrow(() -> new IllegalStateException("Read without marks"));
    }

    private String line(Problem problem) {
        return file + ":" + problem.line + ":" + problem.column + ": " + problem.message;
    }
}
