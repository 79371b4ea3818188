package dev.perigee.validation;

import dev.perigee.language.OperationDefinition;

/**
 * The schema has a root type for each operation.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence">Operation Type Existence</a>
 */
final class OperationTypeExistence implements Rule.OnOperation {
    @Override
    public void enterOperation(OperationDefinition operation, Scope scope, Problems problems) {
        if (scope.schema().rootType(operation.operation()) != null) return;
        problems.add(
                ProblemCode.OPERATION_TYPE_UNDEFINED,
                "The %s operation is not supported by the schema."
                        .formatted(operation.operation().keyword()),
                operation.location());
    }
}
