package dev.perigee.validation;

import dev.perigee.language.Document;
import dev.perigee.language.Location;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case of a rule, from a file of the rule's name:
 *
 * <pre>
 * == what the case is about
 * { dog { nam } }
 * ~ graphql-java accepts: why it does and we do not (or: rejects)
 * &gt; 1:9 FIELD_UNDEFINED: Cannot query field "nam" on type "Dog". Did you mean "name"?
 * </pre>
 *
 * Without a line that starts with {@code >}, the document keeps the rule; other rules are not asked. With a first line
 * {@code # schema: queries}, it is a document for a schema without mutations and subscriptions.
 * {@code -Dgolden.update} rewrites the lines with problems.
 */
record RuleCase(String rule, String title, String text, List<String> differences, List<String> expected) {
    static final Path FOLDER = Path.of("src/test/resources/dev/perigee/validation");
    static final String QUERIES = "type Query { a: Int b: Int }";

    static Stream<RuleCase> all() {
        return files().stream().flatMap(file -> read(file).stream());
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("rules"))) {
            return files.sorted().toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static List<RuleCase> read(Path file) {
        String rule = file.getFileName().toString().replace(".txt", "");
        return Arrays.stream(text(file).split("(?m)^== "))
                .filter(block -> !block.isBlank())
                .map(block -> parse(rule, block))
                .toList();
    }

    private static RuleCase parse(String rule, String block) {
        List<String> text = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        String[] lines = block.split("\n");
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith("> ")) expected.add(lines[i].substring(2));
            else if (lines[i].startsWith("~ ")) differences.add(lines[i].substring(2));
            else text.add(lines[i]);
        }
        return new RuleCase(rule, lines[0], String.join("\n", text).strip() + "\n", differences, expected);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    String sdl() {
        return text.startsWith("# schema: queries\n") ? QUERIES : text(FOLDER.resolve("pets.graphqls"));
    }

    Schema schema() {
        return Schemas.of(sdl());
    }

    Document document() {
        return Parser.parse(Source.of("", text));
    }

    ValidationRule validationRule() {
        return Stream.of(ValidationRule.values())
                .filter(one -> one.ruleName().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** What the rule finds, as lines of the file. */
    List<String> problems() {
        ValidationOptions options = ValidationOptions.DEFAULT.only(validationRule());
        return Validator.validate(schema(), document(), options).stream()
                .map(RuleCase::line)
                .toList();
    }

    /** {@code line:column line:column CODE: message}. */
    static String line(Problem problem) {
        String places = problem.locations().stream().map(RuleCase::place).collect(Collectors.joining(" "));
        return places + " " + problem.code() + ": " + problem.message();
    }

    private static String place(Location location) {
        return location.line() + ":" + location.column();
    }

    String print(List<String> problems) {
        StringBuilder print = new StringBuilder("== " + title + "\n" + text);
        differences.forEach(difference -> print.append("~ ").append(difference).append('\n'));
        problems.forEach(problem -> print.append("> ").append(problem).append('\n'));
        return print.append('\n').toString();
    }
}
