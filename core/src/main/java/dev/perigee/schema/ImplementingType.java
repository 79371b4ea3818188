package dev.perigee.schema;

import java.util.List;

/** A type with fields, which may implement interfaces: an object or an interface. */
public sealed interface ImplementingType extends CompositeType permits ObjectType, InterfaceType {
    /** The fields in the order of the definition, then of its extensions. */
    List<OutputField> fields();

    /** All interfaces that the type implements; those that they implement in turn are among them. */
    List<InterfaceType> interfaces();

    /** Whether an interface is among {@link #interfaces}. */
    boolean isImplementing(InterfaceType type);
}
