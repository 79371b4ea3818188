package dev.perigee.validation;

import dev.perigee.language.Document;

/**
 * No two fragments of a document have the same name.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness">Fragment Name Uniqueness</a>
 */
final class UniqueFragmentNames implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        Executables executables = scope.executables();
        if (executables.fragmentNames().size() == executables.fragments().size()) return;
        Repeated.find(
                executables.fragments(),
                Executable::name,
                (name, first, again) -> problems.add(
                        ProblemCode.FRAGMENT_NAME_REPEATED,
                        "There can be only one fragment named \"%s\".".formatted(name),
                        first.definition().location(),
                        again.definition().location()));
    }
}
