package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.Map;

/** A field of an object type that is in the message itself. Immutable. */
public sealed interface MessageField {
    /** Its name in the graph. */
    String name();

    /**
     * A field of the message that has at most one value.
     *
     * @param nonNull whether it is non-null in the graph: where its value can't be given, the message is null instead
     * @param hasDefault whether an absent value is the default one, of a message an empty message; else it is null. The
     *     default is null itself where it is a number that {@link EnumShape#isAbsent stands for nothing}
     */
    record Single(String name, FieldDescriptor descriptor, Form form, boolean nonNull, boolean hasDefault)
            implements MessageField {
        /** One that has a default value where it is non-null. */
        public Single(String name, FieldDescriptor descriptor, Form form, boolean nonNull) {
            this(name, descriptor, form, nonNull, nonNull);
        }
    }

    /** A repeated field, or a map as a list of entries: {@code [T!]!}. */
    record Repeated(String name, FieldDescriptor descriptor, Form item) implements MessageField {}

    /** A map as one value of the scalar {@code JSON}. */
    record JsonMap(String name, FieldDescriptor descriptor, Form key, Form value) implements MessageField {}

    /**
     * A oneof as a union, null where none of its members is set.
     *
     * @param members the object type of each member
     */
    record OneOf(String name, OneofDescriptor descriptor, Map<FieldDescriptor, MessageType> members)
            implements MessageField {}

    /** The field {@code _} of a message that has none: null. */
    record Nothing(String name) implements MessageField {}
}
