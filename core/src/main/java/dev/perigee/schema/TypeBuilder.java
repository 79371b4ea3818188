package dev.perigee.schema;

import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.TypeDefinition;
import dev.perigee.language.TypeReference;
import java.util.function.Consumer;

/**
 * Builds a type. Where another builder refers to this one, the type becomes part of the schema by itself.
 *
 * @param <B> the builder itself
 */
public abstract sealed class TypeBuilder<B extends TypeBuilder<B>> extends ElementBuilder<B> implements TypeExpression
        permits FieldsBuilder, UnionTypeBuilder, EnumTypeBuilder, InputObjectTypeBuilder, ScalarTypeBuilder {
    private final String name;

    TypeBuilder(String name) {
        this.name = name;
    }

    /** The name of the type. */
    public String name() {
        return name;
    }

    @Override
    public TypeReference reference() {
        return namedType();
    }

    @Override
    public void visit(Consumer<TypeBuilder<?>> visitor) {
        visitor.accept(this);
    }

    NamedType namedType() {
        return new NamedType(name, Location.NONE);
    }

    abstract TypeDefinition definition();

    /** Shows the builders that this one refers to. */
    abstract void visitReferences(Consumer<TypeBuilder<?>> visitor);

    /** Gives what a definition cannot say. */
    void attach(Attachments attachments) {}
}
