package dev.perigee.bench.grpc;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.bench.grpc.catalog.Category;
import dev.perigee.bench.grpc.catalog.Item;
import dev.perigee.bench.grpc.catalog.ListItemsReply;
import dev.perigee.bench.grpc.catalog.Vendor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.Form.Scalar;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.MessageWriter;
import dev.perigee.grpc.wire.Selection;
import dev.perigee.grpc.wire.Selection.Selected;
import dev.perigee.grpc.wire.WriteOptions;
import dev.perigee.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Perigee: from the bytes of a reply to those of its JSON. */
final class PerigeeWire {
    private static final EnumShape CATEGORY = new EnumShape("Category", Category.getDescriptor(), categories(), null);

    private final MessageWriter<String> writer;

    /** Used again, as the engine does. */
    private final JsonWriter out = new JsonWriter();

    /** @param fields of each item */
    PerigeeWire(List<String> fields) {
        MessageType vendor = new MessageType("Vendor", Vendor.getDescriptor());
        vendor.complete(Vendor.getDescriptor().getFields().stream()
                .<MessageField>map(field -> field(field, vendor))
                .toList());
        MessageType item = new MessageType("Item", Item.getDescriptor());
        item.complete(Item.getDescriptor().getFields().stream()
                .<MessageField>map(field -> field(field, vendor))
                .toList());
        MessageType reply = new MessageType("ListItemsReply", ListItemsReply.getDescriptor());
        FieldDescriptor items = ListItemsReply.getDescriptor().findFieldByName("items");
        MessageField list = new MessageField.Repeated("items", items, new Form.OfMessage(item));
        reply.complete(List.of(list));
        Selection<String> ofVendor = selection(vendor, List.of("id", "name"), Map.of());
        Selection<String> ofItem = selection(item, fields, Map.of(vendor, ofVendor));
        writer = MessageWriter.of(selection(reply, List.of("items"), Map.of(item, ofItem)), WriteOptions.DEFAULT);
    }

    private static Map<String, com.google.protobuf.Descriptors.EnumValueDescriptor> categories() {
        Map<String, com.google.protobuf.Descriptors.EnumValueDescriptor> values = new LinkedHashMap<>();
        Category.getDescriptor().getValues().forEach(value -> values.put(value.getName(), value));
        return values;
    }

    private static MessageField field(FieldDescriptor field, MessageType vendor) {
        String name = field.getJsonName();
        Form form = switch (field.getType()) {
            case INT64 -> Scalar.INT64;
            case INT32, SINT32 -> Scalar.INT;
            case UINT32 -> Scalar.UINT32;
            case DOUBLE -> Scalar.DOUBLE;
            case FLOAT -> Scalar.FLOAT;
            case BOOL -> Scalar.BOOLEAN;
            case STRING -> Scalar.STRING;
            case BYTES -> Scalar.BYTES;
            case ENUM -> new Form.OfEnum(CATEGORY);
            default -> field.getMessageType() == Vendor.getDescriptor() ? new Form.OfMessage(vendor) : Scalar.TIMESTAMP;
        };
        if (field.isRepeated()) return new MessageField.Repeated(name, field, form);
        return new MessageField.Single(name, field, form, !field.hasPresence());
    }

    private static Selection<String> selection(
            MessageType type, List<String> fields, Map<MessageType, Selection<String>> below) {
        return new Selection<>(
                type,
                fields.stream()
                        .map(name -> new Selected<>(name, name, type.field(name), below, false))
                        .toList());
    }

    byte[] json(byte[] reply) {
        out.rewind(0);
        boolean isWritten = writer.write(reply, 0, reply.length, key -> true, out, (key, path, cause) -> {
            throw new IllegalStateException(cause);
        });
        if (!isWritten) throw new IllegalStateException("Null");
        return out.toByteArray();
    }
}
