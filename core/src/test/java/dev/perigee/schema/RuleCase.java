package dev.perigee.schema;

import dev.perigee.language.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of a rule, from a file of the rule's name:
 *
 * <pre>
 * == what the case is about
 * type Query { a: Strin }
 * ~ graphql-java accepts: why it does and we do not (or: rejects)
 * &gt; 1:17: Type "Strin" is not defined. Did you mean "String"?
 * </pre>
 *
 * Without a line that starts with {@code >}, the schema is valid. {@code -Dgolden.update} rewrites those lines.
 */
record RuleCase(String rule, String title, String sdl, List<String> differences, List<String> expected) {
    static final Path FOLDER = Path.of("src/test/resources/dev/perigee/schema/rules");

    static Stream<RuleCase> all() {
        return files().stream().flatMap(file -> read(file).stream());
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static List<RuleCase> read(Path file) {
        String rule = file.getFileName().toString().replace(".txt", "");
        List<RuleCase> cases = new ArrayList<>();
        try {
            for (String block : Files.readString(file).split("(?m)^== ")) {
                if (!block.isBlank()) cases.add(parse(rule, block));
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return cases;
    }

    private static RuleCase parse(String rule, String block) {
        List<String> sdl = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        String[] lines = block.split("\n");
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith("> ")) expected.add(lines[i].substring(2));
            else if (lines[i].startsWith("~ ")) differences.add(lines[i].substring(2));
            else sdl.add(lines[i]);
        }
        return new RuleCase(rule, lines[0], String.join("\n", sdl).strip() + "\n", differences, expected);
    }

    /** The problems of reading the schema, as lines of the file. */
    List<String> problems() {
        try {
            Schema.of(Source.of("", sdl));
            return List.of();
        } catch (SchemaException exception) {
            return exception.problems().stream().map(RuleCase::line).toList();
        }
    }

    /** {@code line:column line:column: message}. */
    private static String line(SchemaProblem problem) {
        List<String> places = problem.locations().stream()
                .map(location -> location.toString().substring(1))
                .toList();
        return places.isEmpty() ? problem.message() : String.join(" ", places) + ": " + problem.message();
    }

    String print(List<String> problems) {
        StringBuilder text = new StringBuilder("== " + title + "\n" + sdl);
        differences.forEach(difference -> text.append("~ ").append(difference).append('\n'));
        problems.forEach(problem -> text.append("> ").append(problem).append('\n'));
        return text.append('\n').toString();
    }
}
