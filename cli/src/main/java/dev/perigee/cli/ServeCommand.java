package dev.perigee.cli;

import dev.perigee.cli.serve.DatabaseAddress;
import dev.perigee.cli.serve.GrpcTarget;
import dev.perigee.cli.serve.Mode;
import dev.perigee.cli.serve.Overrides;
import dev.perigee.cli.serve.ServeException;
import dev.perigee.cli.serve.Serving;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
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
        name = "serve",
        description = {
            "Serves the graph of a folder over HTTP, as the perigee.yaml in it says.",
            "With --jdbc or --grpc and no folder, serves a database or gRPC services as they are; with a folder, as"
                    + " part of its graph.",
            "An interrupt (Ctrl-C) or SIGTERM stops it, once the requests that run have ended.",
        },
        footer = "Exit code: 1 if something of the graph is wrong, its database can't be used, an IDL not be had, or"
                + " the port is in use, 2 for wrong usage, such as a folder without perigee.yaml.")
final class ServeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The folder; the current one if neither it nor --jdbc or --grpc is given.")
    private @Nullable Path directory;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private GrpcOptions grpc;

    @Option(names = "--rpc", description = "Methods of --grpc are also called by POST /rpc/<Method> with JSON.")
    private boolean hasRpc;

    @Option(names = "--port", description = "Listen on this port, whatever perigee.yaml says; 0 is any that is free.")
    private @Nullable Integer port;

    @Option(names = "--host", description = "Listen on this name or address; 0.0.0.0 is all that the machine has.")
    private @Nullable String host;

    @Option(
            names = "--production",
            description = "Serve others: on all addresses and without GraphiQL, unless perigee.yaml asks for it.")
    private boolean isProduction;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Main.console(spec);
        if (port != null && (port < 0 || port > 65_535)) {
            throw new ParameterException(spec.commandLine(), "--port takes a number from 0 to 65535, not " + port);
        }
        DatabaseAddress address = database.address();
        GrpcTarget target = grpc.target(true, hasRpc);
        Path folder = directory == null && address == null && target == null ? Path.of(".") : directory;
        String what = name(folder, address, target);
        try {
            Logging.takeOverFromJdk();
            Mode mode = isProduction ? Mode.PRODUCTION : null;
            Serving serving = Serving.start(folder, new Overrides(port, host, mode, address, target));
            Runtime.getRuntime().addShutdownHook(new Thread(serving::close, "perigee-stop"));
            announce(serving, what, console.out());
            console.flush();
            new CountDownLatch(1).await(); // until the process ends
        } catch (ServeException e) {
            report(e, console.err());
        } catch (IOException e) {
            throw new FileException("read", what, e);
        }
        return ExitCode.WRONG_DOCUMENT;
    }

    private static String name(@Nullable Path folder, @Nullable DatabaseAddress address, @Nullable GrpcTarget target) {
        if (folder != null) return folder.toString();
        return Stream.of(address, target)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" and "));
    }

    private static void announce(Serving serving, String what, PrintWriter out) {
        URI uri = serving.uri();
        String mode = serving.mode().name().toLowerCase(Locale.ROOT);
        out.println(String.format(
                Locale.ROOT,
                "Serving %s for %s, ready after %.1f s. Stop with Ctrl-C.",
                what,
                mode,
                secondsSinceStart()));
        if (serving.hasGraphiql()) out.println("  GraphiQL  " + uri);
        out.println("  GraphQL   " + uri.resolve("graphql"));
        if (serving.hasRpc()) out.println("  Methods   " + uri.resolve("rpc/"));
        if (serving.hasTokens()) out.println("  Tokens    " + uri.resolve("oauth/token"));
        out.println("  Health    " + uri.resolve("health"));
    }

    private static double secondsSinceStart() {
        return (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1000.0;
    }

    /** Where somebody's code has failed, its trace tells more. */
    private static void report(ServeException failure, PrintWriter err) {
        failure.problems().forEach(err::println);
        if (failure.getCause() != null) failure.getCause().printStackTrace(err);
    }
}
