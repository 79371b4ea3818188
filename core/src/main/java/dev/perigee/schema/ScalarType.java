package dev.perigee.schema;

import dev.perigee.language.Location;
import org.jspecify.annotations.Nullable;

/**
 * A scalar type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Scalars">Scalars</a>
 */
public final class ScalarType extends DefinedType {
    private final @Nullable String specifiedByUrl;
    private final Coercion coercion;

    ScalarType(
            String name,
            @Nullable String description,
            @Nullable String specifiedByUrl,
            Coercion coercion,
            Location location) {
        super(name, description, location);
        this.specifiedByUrl = specifiedByUrl;
        this.coercion = coercion;
    }

    /** The URL of its specification, given with {@code @specifiedBy}; null if none is. */
    public @Nullable String specifiedByUrl() {
        return specifiedByUrl;
    }

    /** How its values come in and go out. */
    public Coercion coercion() {
        return coercion;
    }
}
