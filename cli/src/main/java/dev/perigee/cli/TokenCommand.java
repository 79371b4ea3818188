package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.client.TransportException;
import dev.perigee.client.oauth.ClientCredentials;
import dev.perigee.client.oauth.ClientCredentialsBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = {
            "Gets an access token by the client credentials grant, and prints it.",
            "For use in a request: curl -H \"Authorization: Bearer $(perigee token ...)\" ...",
            "Exit code: 0 with a token, 2 for wrong usage or a server that can't be reached, 3 if it refuses.",
        })
final class TokenCommand implements Callable<Integer> {
    /** Of the token endpoint of perigee serve. */
    private static final String OWN_PATH = "/oauth/token";

    private static final String SCHEME = "Bearer ";

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "The token endpoint; for that of perigee serve, the server will do.")
    private URI url;

    @Option(names = "--client", paramLabel = "ID", required = true, description = "The client's id.")
    private String client = "";

    @ArgGroup(multiplicity = "1")
    private Secret secret = new Secret();

    @Option(names = "--scope", paramLabel = "SCOPE", description = "A scope to ask for; may be repeated.")
    private List<String> scopes = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    /** Not on the command line itself, where others on the machine could see it. */
    private static final class Secret {
        @Option(names = "--secret-env", paramLabel = "VAR", description = "The environment variable with its secret.")
        private @Nullable String variable;

        @Option(
                names = "--secret-file",
                paramLabel = "FILE",
                description = "A file with its secret; - is the standard input.")
        private @Nullable String file;
    }

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        ClientCredentials credentials = endpoint()
                .client(client, secret())
                .scopes(scopes.toArray(new String[0]))
                .build();
        try {
            String header = credentials
                    .headers()
                    .toCompletableFuture()
                    .join()
                    .values()
                    .iterator()
                    .next();
            console.out().println(header.substring(SCHEME.length()));
            return ExitCode.OK;
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof TransportException failed)) throw e;
            console.err().println("perigee: " + failed.getMessage());
            return failed.status() == 0 ? ExitCode.WRONG_USAGE : ExitCode.REFUSED;
        }
    }

    private ClientCredentialsBuilder endpoint() {
        boolean isServer = "".equals(url.getPath()) || "/".equals(url.getPath());
        try {
            return ClientCredentials.at(isServer ? url.resolve(OWN_PATH) : url);
        } catch (IllegalArgumentException e) {
            throw wrong("--url takes a URL such as https://graph.example.com. " + e.getMessage());
        }
    }

    private String secret() {
        if (secret.file != null) return fileSecret(secret.file);
        String value = System.getenv(secret.variable);
        if (value == null) throw wrong("There is no environment variable " + secret.variable + ".");
        return value;
    }

    private String fileSecret(String file) {
        try {
            return (file.equals(Inputs.STANDARD_INPUT)
                            ? new String(Main.console(spec).in().readAll(), UTF_8)
                            : Files.readString(Path.of(file)))
                    .strip();
        } catch (IOException e) {
            throw new FileException("read", file, e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
