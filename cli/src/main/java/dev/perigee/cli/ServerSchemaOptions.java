package dev.perigee.cli;

import dev.perigee.client.Client;
import dev.perigee.client.ClientBuilder;
import dev.perigee.client.RequestErrorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By which schema documents for a server are checked before they are sent; to be mixed in. */
final class ServerSchemaOptions {
    @Option(
            names = {"-s", "--schema"},
            paramLabel = "SCHEMA",
            description = "The schema. " + SchemaFiles.DESCRIPTION
                    + " Given more than once, all together are the schema. With --url, the server is asked for its own"
                    + " unless one is given.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--no-schema", description = "With --url: check no more than the syntax before sending.")
    private boolean none;

    @Option(
            names = "--schema-cache",
            paramLabel = "FILE",
            description = "With --url: keep the server's schema in this file, and ask for it only if there is none.")
    private @Nullable Path cache;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    List<String> files() {
        return files;
    }

    /** A client that knows the schema, unless it is not to. */
    Client open(ClientBuilder builder) {
        if (none && (!files.isEmpty() || cache != null)) {
            throw new ParameterException(spec.commandLine(), "Either --no-schema, or --schema or --schema-cache.");
        }
        if (!files.isEmpty()) builder.schema(SchemaFiles.schema(SchemaFiles.read(files, Main.console(spec))));
        if (cache != null) builder.schemaCache(cache);
        Client client = builder.build();
        if (none || client.schema() != null) return client;
        try {
            client.fetchSchema();
            return client;
        } catch (RequestErrorException e) {
            client.close();
            throw new NoSchema(e);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** A server that does not tell its schema. */
    static final class NoSchema extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NoSchema(RequestErrorException cause) {
            super(
                    "The server does not tell its schema: " + cause.getMessage()
                            + " Give it with --schema, or send unchecked with --no-schema.",
                    cause);
        }
    }
}
