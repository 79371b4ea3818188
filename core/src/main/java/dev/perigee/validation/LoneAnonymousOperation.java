package dev.perigee.validation;

import dev.perigee.language.Document;

/**
 * An operation without a name is the only one of its document.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation">Lone Anonymous Operation</a>
 */
final class LoneAnonymousOperation implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        if (scope.executables().operations().size() < 2) return;
        for (Executable operation : scope.executables().operations()) {
            if (operation.name() != null) continue;
            problems.add(
                    ProblemCode.ANONYMOUS_OPERATION_NOT_ALONE,
                    "This anonymous operation must be the only defined operation.",
                    operation.definition().location());
        }
    }
}
