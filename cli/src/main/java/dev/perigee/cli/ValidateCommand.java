package dev.perigee.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perigee.language.Location;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.Schema;
import dev.perigee.validation.Problem;
import dev.perigee.validation.Validator;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = {
            "Checks GraphQL documents against a schema by every rule of the specification.",
            "Prints what is wrong, one problem a line: file:line:column: message. Each file is a document of its own.",
            "Exit code: 0 if all is well, 1 if a document is wrong, 2 for wrong usage, a file that can't be read, or a"
                    + " schema that is not valid.",
        })
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private SchemaOption schema;

    @Mixin
    private Inputs inputs;

    @Option(
            names = "--json",
            description = "Print one line of JSON for each file, in the order given: {\"file\", \"errors\"}, with the"
                    + " errors as a GraphQL server would answer them; none if the document is well.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Main.console(spec).out();
        List<Source> sources = inputs.read();
        Schema valid = schema.read();
        int exitCode = ExitCode.OK;
        for (Source source : sources) {
            List<Wrong> wrong = check(source, valid);
            if (!wrong.isEmpty()) exitCode = ExitCode.WRONG_DOCUMENT;
            if (json) out.println(JsonLines.line(source.name(), "errors", toJson(wrong)));
            else wrong.forEach(one -> out.println(one.line(source)));
        }
        return exitCode;
    }

    private static List<Wrong> check(Source source, Schema schema) {
        try {
            return Validator.validate(schema, Parser.parse(source, ParserLimits.SCHEMA)).stream()
                    .map(Wrong::of)
                    .toList();
        } catch (SyntaxException e) {
            return List.of(Wrong.of(e));
        }
    }

    private static ArrayNode toJson(List<Wrong> wrong) {
        ArrayNode errors = JsonLines.array();
        wrong.forEach(one -> errors.add(one.toJson()));
        return errors;
    }

    /** What is wrong with a document, already as text or only by the rules. */
    private record Wrong(String message, List<Location> locations, Map<String, Object> extensions) {
        static Wrong of(SyntaxException e) {
            return new Wrong(String.valueOf(e.getMessage()), List.of(e.location()), Map.of("code", "SYNTAX_ERROR"));
        }

        static Wrong of(Problem problem) {
            return new Wrong(problem.message(), problem.locations(), problem.extensions());
        }

        String line(Source source) {
            return (locations.isEmpty() ? source.name() : locations.getFirst()) + ": " + message;
        }

        ObjectNode toJson() {
            ObjectNode error = JsonLines.object().put("message", message);
            ArrayNode places = error.putArray("locations");
            for (Location at : locations) places.add(JsonLines.place(at.line(), at.column()));
            error.set("extensions", JsonLines.value(extensions));
            return error;
        }
    }
}
