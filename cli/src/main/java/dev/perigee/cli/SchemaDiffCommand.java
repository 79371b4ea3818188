package dev.perigee.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perigee.cli.serve.ServeException;
import dev.perigee.schema.ChangeSeverity;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaChange;
import dev.perigee.schema.SchemaDiff;
import dev.perigee.schema.SchemaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = {
            "Compares two schemas, and says of each change what it means for clients: breaking, dangerous or safe.",
            "Each line has the severity, the schema coordinate and what has changed; the last one counts them.",
            "Of two IDLs of gRPC services, the graphs that they get are compared.",
            "Exit code: 0 if there is no breaking change, 1 if there is one (see --fail-on), 2 for wrong usage, a file"
                    + " that can't be read, or a schema that is not valid.",
        })
final class SchemaDiffCommand implements Callable<Integer> {
    private static final String FORMS =
            "A file has SDL or an introspection result as JSON, a folder .graphql, .graphqls or .gql files; - is the"
                    + " standard input. " + IdlInputs.DESCRIPTION;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The schema before: a file or folder. " + FORMS)
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The schema after: a file or folder.")
    private String after = "";

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "breaking",
            description =
                    "The least severe change that makes the exit code 1: breaking (as it stands), dangerous, or safe"
                            + " for any change.")
    private ChangeSeverity failOn = ChangeSeverity.BREAKING;

    @Option(
            names = "--proto-path",
            paramLabel = "DIR",
            description = "Where imports of proto files start from, beside the folders above each file.")
    private List<Path> includes = new ArrayList<>();

    @Option(
            names = "--json",
            description = "Print one line of JSON: {\"changes\": [{\"severity\", \"coordinate\", \"message\"}]}.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Console console = Main.console(spec);
        if (before.equals(Inputs.STANDARD_INPUT) && after.equals(Inputs.STANDARD_INPUT)) {
            throw new StandardInput.ReadTwice();
        }
        List<SchemaChange> changes;
        try {
            changes = SchemaDiff.between(read(before, console), read(after, console));
        } catch (SchemaException e) {
            SchemaProblems.print(e, console.err());
            return ExitCode.WRONG_USAGE;
        } catch (ServeException e) {
            e.problems().forEach(console.err()::println);
            return ExitCode.WRONG_USAGE;
        }
        if (json) console.out().println(JsonLines.write(toJson(changes)));
        else print(changes, console.out());
        boolean failed = changes.stream().anyMatch(change -> change.severity().compareTo(failOn) <= 0);
        return failed ? ExitCode.WRONG_DOCUMENT : ExitCode.OK;
    }

    private Schema read(String input, Console console) throws ServeException, IOException {
        return IdlInputs.schema(List.of(input), includes, console);
    }

    private static void print(List<SchemaChange> changes, PrintWriter out) {
        for (SchemaChange change : changes) {
            out.println("%-9s %s: %s".formatted(word(change), change.coordinate(), change.message()));
        }
        if (changes.isEmpty()) out.println("No changes.");
        else
            out.println("%d breaking, %d dangerous, %d safe"
                    .formatted(
                            count(changes, ChangeSeverity.BREAKING),
                            count(changes, ChangeSeverity.DANGEROUS),
                            count(changes, ChangeSeverity.SAFE)));
    }

    private static ObjectNode toJson(List<SchemaChange> changes) {
        ObjectNode result = JsonLines.object();
        ArrayNode nodes = result.putArray("changes");
        for (SchemaChange change : changes) {
            nodes.addObject()
                    .put("severity", word(change))
                    .put("coordinate", change.coordinate())
                    .put("message", change.message());
        }
        return result;
    }

    private static String word(SchemaChange change) {
        return change.severity().name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<SchemaChange> changes, ChangeSeverity severity) {
        return changes.stream().filter(change -> change.severity() == severity).count();
    }
}
