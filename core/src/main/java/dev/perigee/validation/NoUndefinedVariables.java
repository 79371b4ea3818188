package dev.perigee.validation;

import dev.perigee.language.Document;
import dev.perigee.schema.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every variable that an operation uses, directly or in the fragments that it spreads, is declared by it.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined">All Variable Uses Defined</a>
 */
final class NoUndefinedVariables implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        VariableFlow flow = scope.executables().variableFlow(scope);
        for (Executable operation : scope.executables().operations()) {
            if (flow.usesUndeclared(operation)) report(operation, scope, problems);
        }
    }

    private static void report(Executable operation, Scope scope, Problems problems) {
        Set<String> declared = new HashSet<>();
        for (DeclaredVariable variable : operation.variables()) declared.add(variable.name());
        FragmentGraph graph = scope.executables().graph(scope.effort());
        for (Executable executable : graph.withFragments(operation)) {
            for (VariableUse use : executable.uses()) {
                String name = use.variable().name();
                if (declared.contains(name)) continue;
                problems.add(
                        ProblemCode.VARIABLE_UNDEFINED,
                        "Variable \"$%s\" is not defined%s.%s"
                                .formatted(name, by(operation), suggestion(name, declared)),
                        List.of(
                                use.variable().location(),
                                operation.definition().location()));
            }
        }
    }

    private static String by(Executable operation) {
        return operation.name() == null ? "" : " by operation \"" + operation.name() + "\"";
    }

    private static String suggestion(String name, Set<String> declared) {
        return Suggestions.didYouMean(
                "$" + name, declared.stream().map(option -> "$" + option).toList());
    }
}
