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
        for (OperationTypeDefinition root : part.operationTypes()) check(root.type());
    }

    @Override
    public void type(TypePart part) {
        for (NamedType implemented : part.interfaces()) check(implemented);
        for (NamedType member : part.members()) check(member);
    }

    @Override
    public void field(TypePart part, FieldDefinition field) {
        check(Wrapping.named(field.type()));
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        check(Wrapping.named(input.type()));
    }

    private void check(NamedType reference) {
        if (draft.find(reference.name()) != null) return;
        Collection<String> options = names == null ? draft.typeNames() : names;
        names = options;
        problems.add(
                "Type \"%s\" is not defined.%s"
                        .formatted(Shown.name(reference.name()), problems.didYouMean(reference.name(), options)),
                reference.location());
    }
}
