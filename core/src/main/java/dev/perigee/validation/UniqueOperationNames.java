package dev.perigee.validation;

import dev.perigee.language.Document;

/**
 * No two operations of a document have the same name.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness">Operation Name Uniqueness</a>
 */
final class UniqueOperationNames implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        Repeated.find(
                scope.executables().operations(),
                Executable::name,
                (name, first, again) -> problems.add(
                        ProblemCode.OPERATION_NAME_REPEATED,
                        "There can be only one operation named \"%s\".".formatted(name),
                        first.definition().location(),
                        again.definition().location()));
    }
}
