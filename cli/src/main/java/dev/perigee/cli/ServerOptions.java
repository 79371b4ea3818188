package dev.perigee.cli;

import dev.perigee.client.Client;
import dev.perigee.client.ClientBuilder;
import dev.perigee.client.Credentials;
import dev.perigee.client.oauth.ClientCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server to call, and as whom; to be mixed in. */
final class ServerOptions {
    @Option(names = "--url", paramLabel = "URL", description = "The server's GraphQL endpoint.")
    private @Nullable URI url;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME:VALUE",
            description = "A header for each request. Can be given more than once.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--bearer-env",
            paramLabel = "VAR",
            description = "The environment variable with a token, sent as Authorization: Bearer.")
    private @Nullable String bearerEnv;

    @Option(
            names = "--oauth",
            paramLabel = "TOKEN-URL",
            description = "Where to get a token, by the client credentials grant, for --client and --secret-env.")
    private @Nullable URI oauth;

    @Option(names = "--client", paramLabel = "ID", description = "The client's id at the token endpoint.")
    private @Nullable String client;

    @Option(
            names = "--secret-env",
            paramLabel = "VAR",
            description = "The environment variable with the client's secret.")
    private @Nullable String secretEnv;

    @Option(names = "--scope", paramLabel = "SCOPE", description = "A scope to ask for. Can be given more than once.")
    private List<String> scopes = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for an answer; ${DEFAULT-VALUE} unless given.")
    private int timeout;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    boolean areGiven() {
        return url != null;
    }

    /** @throws ParameterException if they don't fit together */
    ClientBuilder builder() {
        if (url == null) throw wrong("Missing required option: '--url=URL'");
        if (timeout < 1) throw wrong("--timeout: " + timeout + " (at least 1 second)");
        try {
            ClientBuilder builder = Client.builder(url).timeout(Duration.ofSeconds(timeout));
            for (String header : headers) {
                int colon = header.indexOf(':');
                if (colon < 1)
                    throw wrong("--header: \"" + header + "\" has no name and colon, as in \"Name: value\".");
                builder.header(
                        header.substring(0, colon).strip(),
                        header.substring(colon + 1).strip());
            }
            Credentials credentials = credentials();
            return credentials == null ? builder : builder.credentials(credentials);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Credentials credentials() {
        if (oauth != null) {
            if (bearerEnv != null) throw wrong("Either --bearer-env or --oauth, not both.");
            if (client == null || secretEnv == null) throw wrong("--oauth needs --client and --secret-env.");
            return ClientCredentials.at(oauth)
                    .client(client, environment("--secret-env", secretEnv))
                    .scopes(scopes.toArray(String[]::new))
                    .build();
        }
        if (client != null || secretEnv != null || !scopes.isEmpty()) {
            throw wrong("--client, --secret-env and --scope are for --oauth.");
        }
        return bearerEnv == null ? null : Credentials.bearer(environment("--bearer-env", bearerEnv));
    }

    /** What is secret comes by the environment: a command line is for all to see. */
    private String environment(String option, String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw wrong(option + ": the environment variable " + variable + " is not set.");
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
