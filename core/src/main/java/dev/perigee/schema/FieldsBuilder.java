package dev.perigee.schema;

import dev.perigee.language.FieldDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds a type with fields.
 *
 * @param <B> the builder itself
 */
public abstract sealed class FieldsBuilder<B extends FieldsBuilder<B>> extends TypeBuilder<B>
        permits ObjectTypeBuilder, InterfaceTypeBuilder {
    private final List<FieldBuilder> fields = new ArrayList<>();
    private final List<NamedType> interfaces = new ArrayList<>();
    private final List<InterfaceTypeBuilder> interfaceBuilders = new ArrayList<>();

    FieldsBuilder(String name) {
        super(name);
    }

    public B field(String name, TypeExpression type) {
        return field(name, type, field -> {});
    }

    /** A field with what else is to say of it: arguments, a description, that it is deprecated. */
    public B field(String name, TypeExpression type, Consumer<FieldBuilder> more) {
        FieldBuilder field = new FieldBuilder(name, type);
        more.accept(field);
        fields.add(field);
        return self();
    }

    /** The type implements an interface. */
    public B implementing(InterfaceTypeBuilder type) {
        interfaces.add(type.namedType());
        interfaceBuilders.add(type);
        return self();
    }

    /** The type implements an interface, given by its name. */
    public B implementing(String interfaceName) {
        interfaces.add(new NamedType(interfaceName, Location.NONE));
        return self();
    }

    List<NamedType> interfaces() {
        return interfaces;
    }

    List<FieldDefinition> fields() {
        return fields.stream().map(FieldBuilder::definition).toList();
    }

    @Override
    void visitReferences(Consumer<TypeBuilder<?>> visitor) {
        interfaceBuilders.forEach(visitor);
        fields.forEach(field -> field.visitReferences(visitor));
    }
}
