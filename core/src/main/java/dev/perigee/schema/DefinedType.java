package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type with a name and a definition. Belongs to one schema (built-in types to all), is immutable, and is the same as
 * another only if it is the same object.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Types">Types</a>
 */
public abstract sealed class DefinedType implements Type permits ScalarType, EnumType, InputObjectType, CompositeType {
    private final String name;
    private final @Nullable String description;
    private final Location location;
    private List<AppliedDirective> appliedDirectives = List.of();

    DefinedType(String name, @Nullable String description, Location location) {
        this.name = name;
        this.description = description;
        this.location = location;
    }

    /** Called once, before the schema is visible to anyone. */
    final void apply(List<AppliedDirective> directives) {
        this.appliedDirectives = directives;
    }

    public final String name() {
        return name;
    }

    @Override
    public final DefinedType named() {
        return this;
    }

    public final @Nullable String description() {
        return description;
    }

    /** The directives on the definition and its extensions, in their order. */
    public final List<AppliedDirective> appliedDirectives() {
        return appliedDirectives;
    }

    /** Where the definition starts, after its description; {@link Location#NONE} if it stands in no source. */
    public final Location location() {
        return location;
    }

    /** Whether every schema has it without defining it: the five scalars, and the types of introspection. */
    public final boolean isBuiltIn() {
        return name.startsWith("__") || (this instanceof ScalarType scalar && BuiltInScalars.isBuiltIn(scalar));
    }

    @Override
    public final String toString() {
        return name;
    }
}
