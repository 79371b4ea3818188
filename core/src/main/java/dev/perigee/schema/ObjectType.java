package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Objects">Objects</a>
 */
public final class ObjectType implements ImplementingType {
    private final String name;
    private final @Nullable String description;
    private final Location location;
    private List<InterfaceType> interfaces = List.of();
    private Set<InterfaceType> interfaceSet = Set.of();
    private Members<OutputField> fields = Members.none();
    private List<AppliedDirective> appliedDirectives = List.of();

    ObjectType(String name, @Nullable String description, Location location) {
        this.name = name;
        this.description = description;
        this.location = location;
    }

    /** Called once, before the schema is visible to anyone: types refer to each other in circles. */
    void complete(List<InterfaceType> interfaces, Members<OutputField> fields) {
        this.interfaces = interfaces;
        this.interfaceSet = Set.copyOf(interfaces);
        this.fields = fields;
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

    @Override
    public List<InterfaceType> interfaces() {
        return interfaces;
    }

    @Override
    public boolean isImplementing(InterfaceType type) {
        return interfaceSet.contains(type);
    }

    @Override
    public List<OutputField> fields() {
        return fields.list();
    }

    @Override
    public @Nullable OutputField field(String name) {
        return fields.find(name);
    }

    @Override
    public Collection<String> fieldNames() {
        return fields.names();
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
