package dev.perigee.cli;

import dev.perigee.cli.serve.CodeDatabases;
import dev.perigee.cli.serve.ServeException;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.model.Database;
import dev.perigee.sql.model.Ddl;
import dev.perigee.sql.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ddl",
        description = {
            "Prints the statements that create the tables of a graph whose code describes them by records.",
            "The code is started for that, and stopped again. Tables that are there already are not changed.",
            "Exit code: 0 if all is well, 1 if something of the graph is wrong or a statement fails, 2 for wrong"
                    + " usage, such as a folder without perigee.yaml.",
        })
final class DdlCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder with a perigee.yaml, as for serve.")
    private Path directory = Path.of(".");

    @Option(names = "--apply", description = "Run the statements, too.")
    private boolean isToApply;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = Main.console(spec);
        try (CodeDatabases databases = CodeDatabases.load(directory)) {
            if (databases.sources().isEmpty()) {
                console.err()
                        .println("The code of " + directory + " has no database. Its modules wire one as a SqlSource.");
                return ExitCode.WRONG_DOCUMENT;
            }
            for (SqlSource source : databases.sources()) print(source, console);
            return ExitCode.OK;
        } catch (ServeException e) {
            e.problems().forEach(console.err()::println);
        } catch (ModelException e) {
            e.problems().forEach(console.err()::println);
        } catch (SQLException e) {
            console.err().println("A statement failed: " + firstLine(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new FileException("read", directory.toString(), e);
        }
        return ExitCode.WRONG_DOCUMENT;
    }

    private void print(SqlSource source, Console console) throws SQLException {
        try (Connection connection = source.database().connection()) {
            for (String statement : Ddl.statements(source.model(), Database.of(connection))) {
                console.out().println(statement + ";");
            }
            if (!isToApply) return;
            connection.setAutoCommit(false); // all or none, where the database can
            Ddl.create(source.model(), connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Some databases go on with the statement, which has been printed. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
