package dev.perigee.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers what is wrong in a file, to be reported at once. For one thread. */
public final class Problems {
    private final Path file;
    private final List<Problem> found = new ArrayList<>();
    private final List<Problems> ofOthers = new ArrayList<>();

    private record Problem(int line, int column, String message) {}

    public Problems(Path file) {
        this.file = file;
    }

    /** Those of a file that this one names, reported with these. */
    public Problems of(Path other) {
        Problems problems = new Problems(other);
        ofOthers.add(problems);
        return problems;
    }

    public void add(Node node, String message) {
        add(start(node), message);
    }

    public void add(Mark mark, String message) {
        add(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    /** @param line from 1 */
    public void add(int line, int column, String message) {
        found.add(new Problem(line, column, message));
    }

    /** What stands before a problem with this node: {@code perigee.yaml:3:5: }. */
    public String place(Node node) {
        Mark mark = start(node);
        return line(new Problem(mark.getLine() + 1, mark.getColumn() + 1, ""));
    }

    /**
     * Does nothing if there are none.
     *
     * @param exception made of all of them, each a line {@code file:line:column: message}, in the order of the file
     * @throws E that exception
     */
    public <E extends Exception> void check(Function<List<String>, E> exception) throws E {
        List<String> lines = lines().toList();
        if (!lines.isEmpty()) throw exception.apply(lines);
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
