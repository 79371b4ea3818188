package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type with fields, which may implement interfaces: an object or an interface. */
public abstract sealed class ImplementingType implements CompositeType permits ObjectType, InterfaceType {
    private final String name;
    private final @Nullable String description;
    private final Location location;
    private List<InterfaceType> interfaces = List.of();
    private Set<InterfaceType> interfaceSet = Set.of();
    private Members<OutputField> fields = Members.none();
    private List<AppliedDirective> appliedDirectives = List.of();

    ImplementingType(String name, @Nullable String description, Location location) {
        this.name = name;
        this.description = description;
        this.location = location;
    }

    /** Called once, before the schema is visible to anyone: types refer to each other in circles. */
    final void complete(List<InterfaceType> interfaces, Members<OutputField> fields) {
        this.interfaces = interfaces;
        this.interfaceSet = Set.copyOf(interfaces);
        this.fields = fields;
    }

    final void apply(List<AppliedDirective> directives) {
        this.appliedDirectives = directives;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final @Nullable String description() {
        return description;
    }

    /** All interfaces that the type implements; those that they implement in turn are among them. */
    public final List<InterfaceType> interfaces() {
        return interfaces;
    }

    /** Whether an interface is among {@link #interfaces}. */
    public final boolean isImplementing(InterfaceType type) {
        return interfaceSet.contains(type);
    }

    /** The fields in the order of the definition, then of its extensions. */
    public final List<OutputField> fields() {
        return fields.list();
    }

    @Override
    public final @Nullable OutputField field(String name) {
        return fields.find(name);
    }

    @Override
    public final Collection<String> fieldNames() {
        return fields.names();
    }

    @Override
    public final List<AppliedDirective> appliedDirectives() {
        return appliedDirectives;
    }

    @Override
    public final Location location() {
        return location;
    }

    @Override
    public final String toString() {
        return name;
    }
}
