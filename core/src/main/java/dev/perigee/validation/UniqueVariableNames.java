package dev.perigee.validation;

import dev.perigee.language.OperationDefinition;
import dev.perigee.language.VariableDefinition;

/**
 * No operation declares a variable twice.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness">Variable Uniqueness</a>
 */
final class UniqueVariableNames implements Rule.OnOperation {
    @Override
    public void enterOperation(OperationDefinition operation, Scope scope, Problems problems) {
        Repeated.find(
                operation.variableDefinitions(),
                VariableDefinition::name,
                (name, first, again) -> problems.add(
                        ProblemCode.VARIABLE_REPEATED,
                        "There can be only one variable named \"$%s\".".formatted(name),
                        first.location(),
                        again.location()));
    }
}
