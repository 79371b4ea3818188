package dev.perigee.codegen.client;

import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.Schema;
import dev.perigee.validation.Problem;
import dev.perigee.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations and fragments of all files, which together are as one document: each fragment is there for each operation.
 *
 * @param fragments by name
 */
public record Documents(List<OperationDefinition> operations, Map<String, FragmentDefinition> fragments) {
    /** @throws CodegenException with all that is wrong with them, each with its line and a caret below the place */
    public static Documents read(Schema schema, List<Path> files) throws CodegenException, IOException {
        List<String> problems = new ArrayList<>();
        List<Definition> all = new ArrayList<>();
        for (Path file : files) {
            try {
                all.addAll(Parser.parse(Source.of(file.toString(), Files.readAllBytes(file)), ParserLimits.REQUEST)
                        .definitions());
            } catch (SyntaxException e) {
                problems.add(e.describe());
            }
        }
        if (problems.isEmpty()) {
            for (Problem problem : Validator.validate(schema, new Document(all, Location.NONE)))
                problems.add(shown(problem));
            for (Definition each : all) {
                if (each instanceof OperationDefinition operation && operation.name() == null)
                    problems.add(shown("An operation needs a name: its class has it.", operation.location()));
            }
        }
        if (!problems.isEmpty()) throw new CodegenException(problems);
        return of(all);
    }

    static Documents of(List<? extends Definition> definitions) {
        List<OperationDefinition> operations = new ArrayList<>();
        Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
        for (Definition each : definitions) {
            if (each instanceof OperationDefinition operation) operations.add(operation);
            if (each instanceof FragmentDefinition fragment) fragments.put(fragment.name(), fragment);
        }
        return new Documents(operations, fragments);
    }

    FragmentDefinition fragment(String name) {
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) throw new IllegalStateException("No fragment " + name);
        return fragment;
    }

    static String shown(String message, Location location) {
        return location + ": " + message + "\n" + location.excerpt();
    }

    private static String shown(Problem problem) {
        return problem.locations().isEmpty()
                ? problem.message()
                : shown(problem.message(), problem.locations().getFirst());
    }
}
