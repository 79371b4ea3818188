package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        description = {
            "Runs operations over plain JSON: a graph to try out with no code.",
            "The data is the root value; each field is the entry of its name. The type of a value of an interface or"
                    + " union is its entry __typename. Arguments are validated and coerced, but nothing uses them.",
            "Prints one response a line, for each file in the order given. A subscription can't be run.",
            "Exit code: 0 if all is well, 1 if a response has errors, 2 for wrong usage, a file that can't be read,"
                    + " data or variables that are not JSON, or a schema that is not valid.",
        })
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private SchemaOption schema;

    @Mixin
    private Inputs inputs;

    @Option(names = "--data", paramLabel = "FILE", description = "The root value, a JSON object.")
    private @Nullable String data;

    @Option(
            names = "--variables",
            paramLabel = "JSON",
            description = "The variables, a JSON object, or @ and the name of a file with one.")
    private @Nullable String variables;

    @Option(names = "--operation", paramLabel = "NAME", description = "Which operation to run, if there are several.")
    private @Nullable String operation;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Main.console(spec).out();
        Map<String, @Nullable Object> rootValue = data == null ? Map.of() : object(JsonInput.file(data));
        Map<String, @Nullable Object> given = variables == null ? Map.of() : object(variables());
        List<Source> sources = inputs.read();
        Engine engine = Engine.builder(schema.read()).build();
        int exitCode = ExitCode.OK;
        for (Source source : sources) {
            try {
                Response response = engine.execute(Request.builder(text(source))
                        .operationName(operation)
                        .variables(given)
                        .rootValue(rootValue)
                        .build());
                out.println(response);
                if (!response.errors().isEmpty()) exitCode = ExitCode.WRONG_DOCUMENT;
            } catch (SyntaxException e) {
                out.println(JsonLines.response(e));
                exitCode = ExitCode.WRONG_DOCUMENT;
            }
        }
        return exitCode;
    }

    /** @throws SyntaxException if the bytes are not UTF-8: an engine takes requests as text, and never sees them */
    private static String text(Source source) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(source.bytes())).toString();
        } catch (CharacterCodingException e) {
            Parser.parse(source); // which says where
            throw new IllegalStateException("The parser has accepted what is not UTF-8", e);
        }
    }

    private JsonInput variables() {
        String text = String.valueOf(variables);
        return text.startsWith("@") ? JsonInput.file(text.substring(1)) : JsonInput.text("--variables", text);
    }

    private Map<String, @Nullable Object> object(JsonInput json) {
        try {
            return json.object();
        } catch (JsonInput.WrongJson e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
