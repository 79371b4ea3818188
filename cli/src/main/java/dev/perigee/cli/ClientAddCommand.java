package dev.perigee.cli;

import dev.perigee.cli.serve.ClientsFile;
import dev.perigee.cli.serve.ServeException;
import dev.perigee.server.auth.SecretHash;
import dev.perigee.server.auth.TokenClient;
import dev.perigee.settings.Quantity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        description = {
            "Makes a client with a secret of its own, to whom perigee serve gives tokens.",
            "The secret goes to standard output, this once: only its hash is kept. Where auth.clients in perigee.yaml"
                    + " names a file, the client is added at its end; else what to add to perigee.yaml is printed.",
            "Exit code: 0 if all is well, 1 if there is such a client already or a file is wrong, 2 for wrong usage or"
                    + " a file that can't be read or written.",
        })
final class ClientAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The client's id.")
    private String name = "";

    @Option(names = "--scope", paramLabel = "SCOPE", description = "A scope that it may have; may be repeated.")
    private List<String> scopes = new ArrayList<>();

    @Option(names = "--role", paramLabel = "ROLE", description = "A role that it has; may be repeated.")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--audience", paramLabel = "NAME", description = "The audience whose face of the schema it sees.")
    private String audience = "";

    @Option(
            names = "--lifetime",
            paramLabel = "TIME",
            description = "How long its tokens are good, such as 15m; 1h unless given.")
    private @Nullable String lifetime;

    @Option(names = "--file", paramLabel = "FILE", description = "The settings; perigee.yaml unless given.")
    private Path settings = Path.of("perigee.yaml");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        String secret = SecretHash.newSecret();
        TokenClient client = client(secret);
        try {
            ClientsFile file = ClientsFile.of(settings);
            if (file == null) explain(client, console.err());
            else {
                file.add(client);
                console.err()
                        .println("Added \"" + name + "\" to " + file.path()
                                + ". Servers know it when they start next; its secret is shown this once:");
            }
            console.out().println(secret);
            return ExitCode.OK;
        } catch (ServeException e) {
            e.problems().forEach(console.err()::println);
            return ExitCode.WRONG_DOCUMENT;
        } catch (IOException e) {
            throw new FileException("read or write", settings.toString(), e);
        }
    }

    private TokenClient client(String secret) {
        try {
            Duration time = lifetime == null ? TokenClient.DEFAULT_LIFETIME : Quantity.duration(lifetime);
            if (time == null) throw new IllegalArgumentException("lifetime: " + lifetime + " (such as 90s, 15m or 1h)");
            return new TokenClient(name, SecretHash.of(secret), Set.copyOf(scopes), Set.copyOf(roles), audience, time);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "The client can't be: " + e.getMessage(), e);
        }
    }

    private void explain(TokenClient client, PrintWriter err) {
        err.println("Add this to " + settings + ":");
        err.println();
        err.println("auth:");
        err.println("  clients:");
        ClientsFile.entry(client).lines().forEach(line -> err.println("    " + line));
        err.println();
        err.println("Its secret is shown this once:");
    }
}
