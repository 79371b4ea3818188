package dev.perigee.schema;

import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds an input object type; starts with {@link Types#inputObject}. */
public final class InputObjectTypeBuilder extends TypeBuilder<InputObjectTypeBuilder> {
    private final List<InputValueBuilder> fields = new ArrayList<>();

    InputObjectTypeBuilder(String name) {
        super(name);
    }

    public InputObjectTypeBuilder field(String name, TypeExpression type) {
        return field(name, type, field -> {});
    }

    /** A field with what else is to say of it, such as its default value. */
    public InputObjectTypeBuilder field(String name, TypeExpression type, Consumer<InputValueBuilder> more) {
        fields.add(InputValueBuilder.build(name, type, more));
        return this;
    }

    /** Exactly one field must be given, and not null. */
    public InputObjectTypeBuilder oneOf() {
        return apply("oneOf");
    }

    @Override
    InputObjectTypeDefinition definition() {
        return new InputObjectTypeDefinition(
                description(), name(), directives(), InputValueBuilder.definitions(fields), Location.NONE);
    }

    @Override
    void visitReferences(Consumer<TypeBuilder<?>> visitor) {
        fields.forEach(field -> field.visitReferences(visitor));
    }

    @Override
    InputObjectTypeBuilder self() {
        return this;
    }
}
