package dev.perigee.validation;

import dev.perigee.language.Document;

/**
 * Every variable that an operation declares is used by it, directly or in the fragments that it spreads.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-All-Variables-Used">All Variables Used</a>
 */
final class NoUnusedVariables implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        scope.executables().variableFlow(scope); // finds out
        for (Executable operation : scope.executables().operations()) {
            for (DeclaredVariable variable : operation.variables()) {
                if (variable.isUsed) continue;
                problems.add(
                        ProblemCode.VARIABLE_UNUSED,
                        "Variable \"$%s\" is never used%s.".formatted(variable.name(), in(operation)),
                        variable.definition().location());
            }
        }
    }

    private static String in(Executable operation) {
        return operation.name() == null ? "" : " in operation \"" + operation.name() + "\"";
    }
}
