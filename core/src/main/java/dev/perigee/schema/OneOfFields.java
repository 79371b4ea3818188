package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.NonNullType;

/**
 * The fields of a OneOf input object are nullable and have no default values, since only one of them is ever given; and
 * an extension doesn't make an input object a OneOf.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects">OneOf Input Objects</a>
 */
final class OneOfFields implements DefinitionRule {
    private final Draft draft;
    private final SchemaProblems problems;

    OneOfFields(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        if (!part.isExtension()) return;
        for (Directive directive : part.directives()) {
            if (!directive.name().equals("oneOf")) continue;
            problems.add(
                    "\"@oneOf\" must stand on the definition of \"%s\", not on an extension.".formatted(part.name()),
                    directive.location());
        }
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        if (!(owner instanceof InputOwner.OfInputObject(String typeName))) return;
        if (!(draft.find(typeName) instanceof InputObjectType type) || !type.isOneOf()) return;
        String coordinate = owner.coordinate(input.name());
        if (input.type() instanceof NonNullType) {
            problems.add(
                    "Field \"%s\" of a OneOf input object must be nullable.".formatted(coordinate),
                    input.type().location());
        }
        if (input.defaultValue() != null) {
            problems.add(
                    "Field \"%s\" of a OneOf input object must not have a default value.".formatted(coordinate),
                    input.defaultValue().location());
        }
    }
}
