package dev.perigee.schema;

import dev.perigee.language.Location;
import dev.perigee.language.ScalarTypeDefinition;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a custom scalar type; starts with {@link Types#scalar}. */
public final class ScalarTypeBuilder extends TypeBuilder<ScalarTypeBuilder> {
    private @Nullable Coercion coercion;

    ScalarTypeBuilder(String name) {
        super(name);
    }

    /** How its values come in and go out. */
    public ScalarTypeBuilder coercion(Coercion coercion) {
        this.coercion = coercion;
        return this;
    }

    /** The URL of its specification. */
    public ScalarTypeBuilder specifiedBy(String url) {
        return apply("specifiedBy", Map.of("url", url));
    }

    @Override
    ScalarTypeDefinition definition() {
        return new ScalarTypeDefinition(description(), name(), directives(), Location.NONE);
    }

    @Override
    void visitReferences(Consumer<TypeBuilder<?>> visitor) {
        // a scalar refers to nothing
    }

    @Override
    void attach(Attachments attachments) {
        if (coercion != null) attachments.coercion(name(), coercion);
    }

    @Override
    ScalarTypeBuilder self() {
        return this;
    }
}
