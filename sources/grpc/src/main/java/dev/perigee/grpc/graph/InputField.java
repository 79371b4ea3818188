package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.Map;

/** A field of an input object type, or an argument. Immutable. */
public sealed interface InputField {
    /** Its name in the graph. */
    String name();

    /** Whether clients have to give it. */
    boolean isRequired();

    /** The same, but not required. */
    default InputField optional() {
        return switch (this) {
            case Value value -> new Value(value.name(), value.descriptor(), value.form(), false);
            case Entries map -> new Entries(map.name(), map.descriptor(), map.key(), map.value(), false);
            case JsonMap map -> new JsonMap(map.name(), map.descriptor(), map.key(), map.value(), false);
            case OneOf oneof -> new OneOf(oneof.name(), oneof.descriptor(), oneof.members(), false);
        };
    }

    /** A field of the message; of a oneof's member, inside the oneof's own input type. */
    record Value(String name, FieldDescriptor descriptor, InputForm form, boolean isRequired) implements InputField {}

    /** A map as a list of entries with {@code key} and {@code value}. */
    record Entries(String name, FieldDescriptor descriptor, InputForm key, InputForm value, boolean isRequired)
            implements InputField {}

    /** A map as one value of the scalar {@code JSON}. */
    record JsonMap(String name, FieldDescriptor descriptor, InputForm key, InputForm value, boolean isRequired)
            implements InputField {}

    /**
     * A oneof as one value of a {@code @oneOf} input type.
     *
     * @param members by their names in that type
     */
    record OneOf(String name, OneofDescriptor descriptor, Map<String, Value> members, boolean isRequired)
            implements InputField {}

    /** How one value comes in; a field that is repeated takes a list of them. */
    sealed interface InputForm {
        /** A scalar. An empty message that is a member of a oneof is {@link Form.Scalar#EMPTY}. */
        record OfScalar(Form.Scalar scalar) implements InputForm {}

        record OfEnum(EnumShape type) implements InputForm {}

        record OfMessage(InputType type) implements InputForm {}

        /** A wrapper's value. */
        record Wrapped(InputForm value) implements InputForm {}
    }
}
