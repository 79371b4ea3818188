package dev.perigee.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perigee.client.Client;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.Schema;
import java.io.PrintWriter;
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
            "Runs operations at a server, or over plain JSON: a graph to try out with no code.",
            "With --url, each document is checked against the server's schema first; if it is wrong, nothing is sent.",
            "Without, the data is the root value; each field is the entry of its name. The type of a value of an"
                + " interface or union is its entry __typename. Arguments are validated and coerced, but nothing uses"
                + " them.",
            "Prints one response for each file in the order given. A subscription can't be run.",
            "Exit code: 0 if all is well, 1 if a document is wrong (without --url, if a response has errors), 2 for"
                + " wrong usage, a file that can't be read, data or variables that are not JSON, a schema that is not"
                + " valid, or a server that does not answer, 3 if a server's response has errors.",
        })
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server;

    @Mixin
    private ServerSchemaOptions schema;

    @Mixin
    private OperationOptions operation;

    @Mixin
    private JsonOutput json;

    @Mixin
    private DocumentInputs inputs;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "The root value, a JSON object; - is the standard input.")
    private @Nullable String data;

    @Option(names = "--raw", description = "With --url: print each response on one line.")
    private boolean raw;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, @Nullable Object> variables = operation.variables();
        if (server.areGiven()) return atServer(variables);
        if (schema.files().isEmpty()) throw wrong("Missing required option: '--schema=SCHEMA', or '--url=URL'");
        return overData(variables);
    }

    private int atServer(Map<String, @Nullable Object> variables) {
        if (data != null) throw wrong("Either --data or --url, not both.");
        List<Source> sources = inputs.read();
        int exitCode = ExitCode.OK;
        try (Client client = schema.open(server.builder())) {
            for (Source source : sources) exitCode = Math.max(exitCode, send(client, source, variables));
        }
        return exitCode;
    }

    private int send(Client client, Source source, Map<String, @Nullable Object> variables) {
        Outcome outcome = new Outcome(source, Main.console(spec), this::print);
        return outcome.of(() -> outcome.of(client.execute(operation.of(source, variables))));
    }

    private void print(JsonNode response) {
        Main.console(spec).out().println(raw ? json.line(response) : json.lines(response));
    }

    private int overData(Map<String, @Nullable Object> variables) {
        PrintWriter out = Main.console(spec).out();
        Map<String, @Nullable Object> rootValue =
                data == null ? Map.of() : operation.object(JsonInput.file(data, Main.console(spec)));
        List<Source> sources = inputs.read();
        Schema valid = SchemaFiles.schema(SchemaFiles.read(schema.files(), Main.console(spec)));
        Engine engine = Engine.builder(valid).wiring(DataTypes.wiring(valid)).build();
        int exitCode = ExitCode.OK;
        for (Source source : sources) {
            try {
                Response response = engine.execute(Request.builder(OperationOptions.text(source))
                        .operationName(operation.name())
                        .variables(variables)
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

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
