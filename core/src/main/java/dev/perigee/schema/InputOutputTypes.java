package dev.perigee.schema;

import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;

/**
 * Fields have output types; arguments and input fields have input types.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-and-Output-Types">Input and Output Types</a>
 */
final class InputOutputTypes implements DefinitionRule {
    private final Draft draft;
    private final SchemaProblems problems;

    InputOutputTypes(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    @Override
    public void field(TypePart part, FieldDefinition field) {
        DefinedType type = draft.named(Wrapping.named(field.type()).name());
        if (type.isOutput()) return;
        problems.add(
                "Field \"%s.%s\" must have an output type; \"%s\" is %s."
                        .formatted(
                                part.name(),
                                field.name(),
                                type,
                                TypeKind.of(type).described()),
                field.type().location());
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        DefinedType type = draft.named(Wrapping.named(input.type()).name());
        if (type.isInput()) return;
        String what = owner instanceof InputOwner.OfInputObject ? "Input field" : "Argument";
        problems.add(
                "%s \"%s\" must have an input type; \"%s\" is %s."
                        .formatted(
                                what,
                                owner.coordinate(input.name()),
                                type,
                                TypeKind.of(type).described()),
                input.type().location());
    }
}
