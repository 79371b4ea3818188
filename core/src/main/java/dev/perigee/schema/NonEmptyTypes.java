package dev.perigee.schema;

import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Location;

/**
 * Types have at least one field, value or member, if not in their definition, then in an extension; directives have at
 * least one location.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation">Type Validation</a>
 */
final class NonEmptyTypes implements DefinitionRule {
    private final Definitions definitions;
    private final SchemaProblems problems;

    NonEmptyTypes(Definitions definitions, SchemaProblems problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        if (part.isExtension()) return;
        switch (part.kind()) {
            case SCALAR -> {}
            case OBJECT, INTERFACE, INPUT_OBJECT -> check(part, "field");
            case UNION -> check(part, "member");
            case ENUM -> check(part, "value");
        }
    }

    @Override
    public void directive(DirectiveDefinition definition) {
        if (!definition.locations().isEmpty()) return;
        Location location = Places.withoutDescription(definition);
        problems.add("Directive \"@%s\" must have at least one location.".formatted(definition.name()), location);
    }

    private void check(TypePart definition, String what) {
        for (TypePart part : definitions.parts(definition.name())) {
            boolean empty = part.fields().isEmpty()
                    && part.inputFields().isEmpty()
                    && part.members().isEmpty()
                    && part.values().isEmpty();
            if (!empty) return;
        }
        problems.add(
                "Type \"%s\" must have at least one %s.".formatted(definition.name(), what), definition.location());
    }
}
