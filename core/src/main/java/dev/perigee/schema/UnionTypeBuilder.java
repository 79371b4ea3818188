package dev.perigee.schema;

import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds a union type; starts with {@link Types#union}. */
public final class UnionTypeBuilder extends TypeBuilder<UnionTypeBuilder> {
    private final List<NamedType> members = new ArrayList<>();
    private final List<ObjectTypeBuilder> memberBuilders = new ArrayList<>();

    UnionTypeBuilder(String name) {
        super(name);
    }

    public UnionTypeBuilder member(ObjectTypeBuilder type) {
        members.add(type.namedType());
        memberBuilders.add(type);
        return this;
    }

    /** A member by its name. */
    public UnionTypeBuilder member(String objectName) {
        members.add(new NamedType(objectName, Location.NONE));
        return this;
    }

    @Override
    UnionTypeDefinition definition() {
        return new UnionTypeDefinition(description(), name(), directives(), members, Location.NONE);
    }

    @Override
    void visitReferences(Consumer<TypeBuilder<?>> visitor) {
        memberBuilders.forEach(visitor);
    }

    @Override
    UnionTypeBuilder self() {
        return this;
    }
}
