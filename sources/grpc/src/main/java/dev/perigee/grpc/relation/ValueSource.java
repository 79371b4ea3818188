package dev.perigee.grpc.relation;

import dev.perigee.grpc.graph.EnumShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a value of a request comes from. Immutable. */
public sealed interface ValueSource {
    /**
     * A field or property of the parent.
     *
     * @param isOptional whether the call is made without it; else a parent that lacks it has no value of the relation
     */
    record Parent(ParentValue value, boolean isOptional) implements ValueSource {}

    /**
     * An argument of the field, or a field of an input object in it. Left out where it is null or not given.
     *
     * @param names of the argument, then of fields in it
     * @param enumType the enum that it has in the IDL, null if it is none of the IDL's
     */
    record Argument(List<String> names, @Nullable EnumShape enumType) implements ValueSource {
        public Argument {
            names = List.copyOf(names);
        }
    }

    /** @param value see {@link Values}; of a repeated field a List */
    record Constant(Object value) implements ValueSource {}

    /** A header of the request that the graph answers; left out where there is none. Only its first value counts. */
    record Header(String name) implements ValueSource {}
}
