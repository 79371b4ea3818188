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
public final class UnionType extends CompositeType {
    private List<ObjectType> types = List.of();
    private Set<ObjectType> typeSet = Set.of();

    UnionType(String name, @Nullable String description, Location location) {
        super(name, description, location);
    }

    /** Called once, before the schema is visible to anyone: types refer to each other in circles. */
    void complete(List<ObjectType> types) {
        this.types = types;
        this.typeSet = Set.copyOf(types);
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
}
