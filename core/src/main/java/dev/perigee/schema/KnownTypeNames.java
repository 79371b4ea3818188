package dev.perigee.schema;

import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.NamedType;
import dev.perigee.language.OperationTypeDefinition;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Every type that is referred to is defined. */
final class KnownTypeNames implements DefinitionRule {
    private final Draft draft;
    private final SchemaProblems problems;
    private @Nullable Collection<String> names; // made when the first is needed

    KnownTypeNames(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    @Override
    public void schema(SchemaPart part) {
        for (OperationTypeDefinition root : part.operationTypes()) check("schema", root.type());
    }

    @Override
    public void type(TypePart part) {
        for (NamedType implemented : part.interfaces()) check(part.name(), implemented);
        for (NamedType member : part.members()) check(part.name(), member);
    }

    @Override
    public void field(TypePart part, FieldDefinition field) {
        NamedType type = Wrapping.named(field.type());
        if (draft.find(type.name()) == null) check(part.name() + "." + field.name(), type);
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        NamedType type = Wrapping.named(input.type());
        if (draft.find(type.name()) == null) check(owner.coordinate(input.name()), type);
    }

    private void check(String coordinate, NamedType reference) {
        if (draft.find(reference.name()) != null) return;
        Collection<String> options = names == null ? draft.typeNames() : names;
        names = options;
        problems.add(
                "\"%s\" needs type \"%s\", which is not defined.%s"
                        .formatted(
                                coordinate,
                                Shown.name(reference.name()),
                                problems.didYouMean(reference.name(), options)),
                reference.location());
    }
}
