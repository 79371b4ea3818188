package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type with fields, which may implement interfaces: an object or an interface. */
public abstract sealed class ImplementingType extends CompositeType permits ObjectType, InterfaceType {
    private List<InterfaceType> interfaces = List.of();
    private Set<InterfaceType> interfaceSet = Set.of();
    private Members<OutputField> fields = Members.none();

    ImplementingType(String name, @Nullable String description, Location location) {
        super(name, description, location);
    }

    /** Called once, before the schema is visible to anyone: types refer to each other in circles. */
    final void complete(List<InterfaceType> interfaces, Members<OutputField> fields) {
        this.interfaces = interfaces;
        this.interfaceSet = Set.copyOf(interfaces);
        this.fields = fields;
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
}
