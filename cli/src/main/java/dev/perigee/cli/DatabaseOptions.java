package dev.perigee.cli;

import dev.perigee.cli.serve.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The database that a command works with, to be mixed in. */
final class DatabaseOptions {
    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description =
                    "A database: each of its tables becomes a type. Drivers for H2, PostgreSQL and SQLite are there.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "The user of the database.")
    private @Nullable String user;

    @Option(
            names = "--password-env",
            paramLabel = "VAR",
            description = "The environment variable that has the user's password.")
    private @Nullable String passwordVariable;

    @Option(names = "--driver", paramLabel = "JAR", description = "A JDBC driver for another database.")
    private @Nullable Path driver;

    @Option(names = "--mutations", description = "Rows can be created, updated and deleted.")
    private boolean hasMutations;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Null if none is given.
     *
     * @throws ParameterException if some of it is missing
     */
    @Nullable DatabaseAddress address() {
        if (url != null) return new DatabaseAddress(url, user, password(), jar(), hasMutations);
        if (user != null || passwordVariable != null || driver != null || hasMutations) {
            throw wrong("--user, --password-env, --driver and --mutations go with --jdbc.");
        }
        return null;
    }

    private @Nullable String password() {
        if (passwordVariable == null) return null;
        String password = System.getenv(passwordVariable);
        if (password == null) throw wrong("There is no environment variable " + passwordVariable + ".");
        return password;
    }

    private @Nullable Path jar() {
        if (driver != null && !Files.isRegularFile(driver)) throw wrong("There is no " + driver + ".");
        return driver;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
