package dev.perigee.validation;

import dev.perigee.language.Document;
import dev.perigee.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A variable is used only where a value of its type may stand.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed">All Variable Usages Are Allowed</a>
 */
final class VariablesInAllowedPosition implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        VariableFlow flow = scope.executables().variableFlow(scope);
        for (Executable operation : scope.executables().operations()) {
            if (flow.usesMisplaced(operation)) report(operation, scope, problems);
        }
    }

    private static void report(Executable operation, Scope scope, Problems problems) {
        Map<String, DeclaredVariable> declared = new HashMap<>();
        for (DeclaredVariable variable : operation.variables()) declared.putIfAbsent(variable.name(), variable);
        FragmentGraph graph = scope.executables().graph(scope.effort());
        for (Executable executable : graph.withFragments(operation)) {
            for (VariableUse use : executable.uses()) {
                DeclaredVariable variable = declared.get(use.variable().name());
                if (variable == null || use.position().allows(variable, scope.schema())) continue;
                problems.add(
                        ProblemCode.VARIABLE_MISPLACED,
                        message(variable, use.position(), scope.schema()),
                        List.of(variable.definition().location(), use.variable().location()));
            }
        }
    }

    private static String message(DeclaredVariable variable, VariablePosition position, Schema schema) {
        if (position.isRightButNullable(variable, schema)) {
            return "Variable \"$%s\" is of type \"%s\" but must be non-nullable to be used for OneOf Input Object \"%s\"."
                    .formatted(variable.name(), variable.type(), position.oneOf());
        }
        return "Variable \"$%s\" of type \"%s\" used in position expecting type \"%s\"."
                .formatted(variable.name(), variable.type(), position.type());
    }
}
