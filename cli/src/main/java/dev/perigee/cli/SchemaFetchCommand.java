package dev.perigee.cli;

import dev.perigee.client.Client;
import dev.perigee.client.RequestErrorException;
import dev.perigee.schema.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "fetch",
        description = {
            "Asks a server for its schema by introspection, and prints it as SDL.",
            "Exit code: 0 if all is well, 2 for wrong usage, a file that can't be written, or a server that does not"
                    + " answer, 3 if it answers that it does not tell.",
        })
final class SchemaFetchCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it to a file instead.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        try (Client client = server.builder().build()) {
            String sdl = SchemaPrinter.print(client.fetchSchema());
            if (out == null) console.out().print(sdl);
            else Files.writeString(out, sdl);
            return ExitCode.OK;
        } catch (RequestErrorException e) {
            console.err().println("perigee: The server does not tell its schema: " + e.getMessage());
            return ExitCode.REFUSED;
        } catch (IOException e) {
            throw new FileException("write", String.valueOf(out), e);
        }
    }
}
