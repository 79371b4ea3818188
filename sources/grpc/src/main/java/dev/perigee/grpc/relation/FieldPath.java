package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a message to a field in it or below it; empty for the message itself. Immutable.
 *
 * @param fields each a {@link MessageField.Single} or {@link MessageField.Repeated}
 */
public record FieldPath(List<MessageField> fields) {
    /** To the message itself. */
    public static final FieldPath HERE = new FieldPath(List.of());

    public FieldPath {
        fields = List.copyOf(fields);
    }

    /** As in the IDL: {@code address.zip}. */
    public String protoPath() {
        return String.join(".", protoNames());
    }

    /** The names that the fields have in the IDL. */
    public List<String> protoNames() {
        return fields.stream().map(field -> descriptor(field).getName()).toList();
    }

    /** The field that it leads to, null for the message itself. */
    @Nullable MessageField last() {
        return fields.isEmpty() ? null : fields.getLast();
    }

    boolean isRepeated() {
        return fields.stream().anyMatch(field -> field instanceof MessageField.Repeated);
    }

    /** How many fields lead to the first that is repeated, itself included; 0 if none is. */
    int lengthToRepeated() {
        for (int i = 0; i < fields.size(); i++) if (fields.get(i) instanceof MessageField.Repeated) return i + 1;
        return 0;
    }

    FieldPath first(int count) {
        return new FieldPath(fields.subList(0, count));
    }

    FieldPath after(int count) {
        return new FieldPath(fields.subList(count, fields.size()));
    }

    /** The value, null where something on the way is absent. Where nothing is repeated on the way. */
    @Nullable Object read(Object message, MessageReader reader) {
        Object value = message;
        for (MessageField field : fields) {
            if (value == null) return null;
            value = reader.read(value, field);
        }
        return value;
    }

    /** All values there are, in their order, whatever is repeated on the way. */
    List<Object> readAll(Object message, MessageReader reader) {
        List<Object> values = List.of(message);
        for (MessageField field : fields) {
            List<Object> next = new ArrayList<>();
            for (Object value : values) {
                Object read = reader.read(value, field);
                if (read instanceof List<?> list) next.addAll(list);
                else if (read != null) next.add(read);
            }
            values = next;
        }
        return values;
    }

    static FieldDescriptor descriptor(MessageField field) {
        return switch (field) {
            case MessageField.Single single -> single.descriptor();
            case MessageField.Repeated repeated -> repeated.descriptor();
            case MessageField.JsonMap map -> map.descriptor();
            case MessageField.OneOf none -> throw new IllegalArgumentException(none.name());
            case MessageField.Nothing none -> throw new IllegalArgumentException(none.name());
        };
    }

    static Form form(MessageField field) {
        return switch (field) {
            case MessageField.Single single -> single.form();
            case MessageField.Repeated repeated -> repeated.item();
            default -> throw new IllegalArgumentException(field.name());
        };
    }
}
