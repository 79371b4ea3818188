package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.NonNullType;

/**
 * What must be given cannot be deprecated: nobody could stop using it.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec--deprecated">@deprecated</a>
 */
final class DeprecatedRequired implements DefinitionRule {
    private final SchemaProblems problems;

    DeprecatedRequired(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        if (!(input.type() instanceof NonNullType) || input.defaultValue() != null) return;
        for (Directive directive : input.directives()) {
            if (!directive.name().equals(Deprecation.NAME)) continue;
            String what = owner instanceof InputOwner.OfInputObject ? "Input field" : "Argument";
            problems.add(
                    "%s \"%s\" is required, so it must not be deprecated."
                            .formatted(what, owner.coordinate(input.name())),
                    directive.location());
            return;
        }
    }
}
