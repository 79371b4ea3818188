package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A union type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Unions">Unions</a>
 */
public final class UnionType implements CompositeType {
    private final String name;
    private final @Nullable String description;
    private final Location location;
    private List<ObjectType> types = List.of();
    private Set<ObjectType> typeSet = Set.of();
    private List<AppliedDirective> appliedDirectives = List.of();

    UnionType(String name, @Nullable String description, Location location) {
        this.name = name;
        this.description = description;
        this.location = location;
    }

    /** Called once, before the schema is visible to anyone: types refer to each other in circles. */
    void complete(List<ObjectType> types) {
        this.types = types;
        this.typeSet = Set.copyOf(types);
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

    /** The members, in the order of the definition, then of its extensions. */
    public List<ObjectType> types() {
        return types;
    }

    /** Whether an object is among {@link #types}. */
    public boolean isMember(ObjectType type) {
        return typeSet.contains(type);
    }

    @Override
    public @Nullable OutputField field(String name) {
        return null;
    }

    @Override
    public Collection<String> fieldNames() {
        return List.of();
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
