package dev.perigee.validation;

import dev.perigee.language.VariableDefinition;
import dev.perigee.schema.Type;

/**
 * The type of a variable is an input type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types">Variables Are Input Types</a>
 */
final class VariablesAreInputTypes implements Rule.OnVariableDefinition {
    @Override
    public void enterVariableDefinition(VariableDefinition definition, Scope scope, Problems problems) {
        Type type = scope.inputType();
        if (type == null || type.isInput()) return;
        problems.add(
                ProblemCode.VARIABLE_TYPE_NOT_INPUT,
                "Variable \"$%s\" cannot be non-input type \"%s\".".formatted(definition.name(), type),
                definition.type().location());
    }
}
