package dev.perigee.schema;

import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.NamedType;
import dev.perigee.language.TypeReference;

/** No type has more than {@value Wrapping#MOST} lists and non-nulls around it. A limit of ours. */
final class WrappingDepth implements DefinitionRule {
    private final SchemaProblems problems;

    WrappingDepth(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void field(TypePart part, FieldDefinition field) {
        if (isTooDeep(field.type())) add(part.name() + "." + field.name(), field.type());
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        if (isTooDeep(input.type())) add(owner.coordinate(input.name()), input.type());
    }

    private static boolean isTooDeep(TypeReference type) {
        TypeReference inner = type;
        for (int depth = 0; depth <= Wrapping.MOST; depth++) {
            if (inner instanceof NamedType) return false;
            inner = Wrapping.inside(inner);
        }
        return true;
    }

    private void add(String coordinate, TypeReference type) {
        problems.add(
                "The type of \"%s\" has more than %d lists and non-nulls around it."
                        .formatted(coordinate, Wrapping.MOST),
                type.location());
    }
}
