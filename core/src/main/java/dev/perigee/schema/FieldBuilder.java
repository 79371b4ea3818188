package dev.perigee.schema;

import dev.perigee.language.FieldDefinition;
import dev.perigee.language.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds a field of an object or interface type. */
public final class FieldBuilder extends MemberBuilder<FieldBuilder> {
    private final String name;
    private final TypeExpression type;
    private final List<InputValueBuilder> arguments = new ArrayList<>();

    FieldBuilder(String name, TypeExpression type) {
        this.name = name;
        this.type = type;
    }

    public FieldBuilder argument(String name, TypeExpression type) {
        return argument(name, type, argument -> {});
    }

    /** An argument with what else is to say of it, such as its default value. */
    public FieldBuilder argument(String name, TypeExpression type, Consumer<InputValueBuilder> more) {
        arguments.add(InputValueBuilder.build(name, type, more));
        return this;
    }

    FieldDefinition definition() {
        return new FieldDefinition(
                description(),
                name,
                InputValueBuilder.definitions(arguments),
                type.reference(),
                directives(),
                Location.NONE);
    }

    void visitReferences(Consumer<TypeBuilder<?>> visitor) {
        type.visit(visitor);
        arguments.forEach(argument -> argument.visitReferences(visitor));
    }

    @Override
    FieldBuilder self() {
        return this;
    }
}
