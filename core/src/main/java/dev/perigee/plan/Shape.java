package dev.perigee.plan;

import dev.perigee.data.PartWriter;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.ObjectType;
import java.util.Map;

/** How the value of a field becomes a part of the response. Immutable. */
public sealed interface Shape {
    /** Whether null is not allowed here. */
    boolean nonNull();

    /** A scalar or enum value. */
    record Leaf(LeafFormat format, boolean nonNull) implements Shape {}

    /** A list of values. */
    record Items(Shape item, boolean nonNull) implements Shape {}

    /** An object whose type is known when the operation is planned. */
    record One(Place place, boolean nonNull) implements Shape {}

    /**
     * An object whose type is found for each value.
     *
     * @param column where a run keeps the type of each value, -1 if the writer can find it by itself
     */
    record OneOf(CompositeType type, Map<ObjectType, Place> places, TypeFinder finder, int column, boolean nonNull)
            implements Shape {}

    /** An object that its source writes by itself, with all that is selected below. */
    record Part(PartWriter writer, boolean nonNull) implements Shape {}

    /** A value that the source writes by itself. */
    record Fetched(boolean nonNull) implements Shape {}
}
