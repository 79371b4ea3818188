package dev.perigee.cli;

import dev.perigee.client.Client;
import dev.perigee.client.Operation;
import dev.perigee.client.Result;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.language.Source;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "subscribe",
        description = {
            "Subscribes at a server, and prints one event a line as JSON, until there are no more.",
            "The document is checked against the server's schema first; if it is wrong, nothing is sent.",
            "Exit code: 0 if all is well, 1 if the document is wrong, 2 for wrong usage, a file that can't be read, or"
                    + " a connection that fails, 3 if an event has errors or the server refuses.",
        })
final class SubscribeCommand implements Callable<Integer> {
    /** The protocols that there are. */
    enum Protocol {
        WS,
        SSE
    }

    @Mixin
    private ServerOptions server;

    @Mixin
    private ServerSchemaOptions schema;

    @Mixin
    private OperationOptions operation;

    @Mixin
    private JsonOutput json;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The document to read; - or none is the standard input.")
    private String file = Inputs.STANDARD_INPUT;

    @Option(
            names = "--protocol",
            paramLabel = "PROTOCOL",
            defaultValue = "ws",
            description =
                    "ws is WebSocket (graphql-transport-ws), sse server-sent events; ${DEFAULT-VALUE} unless given.")
    private Protocol protocol;

    @Option(names = "--limit", paramLabel = "N", description = "Stop after so many events.")
    private @Nullable Long limit;

    @Option(
            names = "--reconnect",
            paramLabel = "N",
            defaultValue = "0",
            description = "Begin anew up to so often in a row if the connection is lost; events in between are missed.")
    private int reconnects;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) throw wrong("--limit: " + limit + " (at least 1)");
        if (reconnects < 0) throw wrong("--reconnect: " + reconnects + " (at least 0)");
        SubscriptionSettings settings = switch (protocol) {
            case WS -> SubscriptionSettings.webSocket();
            case SSE -> SubscriptionSettings.serverSentEvents();
        };
        Console console = Main.console(spec);
        Map<String, @Nullable Object> variables = operation.variables();
        Source source = Inputs.read(file, console);
        Outcome outcome = new Outcome(source, console, event -> {
            console.out().println(json.line(event));
            console.out().flush();
        });
        try (Client client =
                schema.open(server.builder().subscriptions(settings.reconnects(reconnects, Duration.ofSeconds(1))))) {
            return outcome.of(() -> print(client, operation.of(source, variables), outcome));
        }
    }

    private int print(Client client, Operation<Map<String, @Nullable Object>> operation, Outcome outcome) {
        try (Stream<Result<Map<String, @Nullable Object>>> events = client.events(operation)) {
            return events.limit(limit == null ? Long.MAX_VALUE : limit)
                    .mapToInt(outcome::of)
                    .reduce(ExitCode.OK, Math::max);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
