package dev.perigee.schema;

import dev.perigee.language.InputValueDefinition;

/**
 * Default values are of the type that they are for.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type">Values of Correct Type</a>
 */
final class DefaultValues implements DefinitionRule {
    private final Draft draft;
    private final SchemaProblems problems;

    DefaultValues(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        if (input.defaultValue() == null) return;
        String coordinate = owner.coordinate(input.name());
        problems.checkLiteral(
                () -> "Default value of \"" + coordinate + "\"",
                coordinate,
                input.defaultValue(),
                draft.resolve(input.type()));
    }
}
