package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scalar type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Scalars">Scalars</a>
 */
public final class ScalarType implements DefinedType {
    private final String name;
    private final @Nullable String description;
    private final @Nullable String specifiedByUrl;
    private final Coercion coercion;
    private final Location location;
    private List<AppliedDirective> appliedDirectives = List.of();

    ScalarType(
            String name,
            @Nullable String description,
            @Nullable String specifiedByUrl,
            Coercion coercion,
            Location location) {
        this.name = name;
        this.description = description;
        this.specifiedByUrl = specifiedByUrl;
        this.coercion = coercion;
        this.location = location;
    }

    void apply(List<AppliedDirective> directives) {
        this.appliedDirectives = directives;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String description() {
        return description;
    }

    /** The URL of its specification, given with {@code @specifiedBy}; null if none is. */
    public @Nullable String specifiedByUrl() {
        return specifiedByUrl;
    }

    /** How its values come in and go out. */
    public Coercion coercion() {
        return coercion;
    }

    @Override
    public List<AppliedDirective> appliedDirectives() {
        return appliedDirectives;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public String toString() {
        return name;
    }
}
