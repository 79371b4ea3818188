package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one field from messages, for {@link WireMessage#read}. Immutable. */
record FieldReader(MessageField field, FieldTable table, int slot) {
    /** Of what has no field in the message: never asked for. */
    private static final int NONE = 0;

    static int slot(MessageField field, FieldTableBuilder table) {
        return switch (field) {
            case MessageField.Single single -> table.slot(single.descriptor());
            case MessageField.Repeated repeated -> table.slot(repeated.descriptor());
            case MessageField.JsonMap map -> table.slot(map.descriptor());
            case MessageField.OneOf oneof -> table.slot(oneof.descriptor());
            case MessageField.Nothing nothing -> NONE;
        };
    }

    @Nullable Object read(WireMessage message) {
        FieldIndex index = message.index(table);
        return switch (field) {
            case MessageField.Single single -> readSingle(single, message.type(), index);
            case MessageField.Repeated repeated -> Collections.unmodifiableList(readList(repeated, index));
            case MessageField.JsonMap map -> Collections.unmodifiableMap(readMap(map, index));
            case MessageField.OneOf oneof -> readUnion(oneof, index);
            case MessageField.Nothing nothing -> null;
        };
    }

    private @Nullable Object readSingle(MessageField.Single single, MessageType type, FieldIndex index) {
        if (index.has(slot)) return readFound(single.form(), single.descriptor(), index, slot);
        boolean isDefaulted =
                single.hasDefault() || type.descriptor().getOptions().getMapEntry();
        if (!isDefaulted) return null;
        Default absent = Default.of(single.descriptor());
        return ValueReader.read(single.form(), single.descriptor(), absent.bytes(), absent.value());
    }

    private static @Nullable Object readFound(Form form, FieldDescriptor field, FieldIndex index, int slot) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && index.isMerged(slot)) {
            byte[] merged = index.merged(slot);
            return ValueReader.read(form, field, merged, Span.of(0, merged.length));
        }
        return ValueReader.read(form, field, index.bytes(), index.value(slot));
    }

    private List<@Nullable Object> readList(MessageField.Repeated repeated, FieldIndex index) {
        List<@Nullable Object> list = new ArrayList<>();
        if (!index.has(slot)) return list;
        FieldDescriptor descriptor = repeated.descriptor();
        if (descriptor.isMapField()) {
            for (long span : shape(descriptor).entries(index, slot)) {
                list.add(ValueReader.read(repeated.item(), descriptor, index.bytes(), span));
            }
            return list;
        }
        ItemCursor items = new ItemCursor(index, slot, FieldTableBuilder.wireType(descriptor));
        while (items.next()) {
            if (isUnknown(descriptor, items.value())) continue;
            list.add(ValueReader.read(repeated.item(), descriptor, index.bytes(), items.value()));
        }
        return list;
    }

    /** Unknown numbers of a closed enum count as absent. */
    private static boolean isUnknown(FieldDescriptor descriptor, long value) {
        var closed = FieldTableBuilder.closedEnum(descriptor);
        return closed != null && closed.findValueByNumber((int) value) == null;
    }

    private static MapShape shape(FieldDescriptor map) {
        Descriptor entry = map.getMessageType();
        return MapShape.of(map, Leaves.ofKey(entry.findFieldByNumber(1)), Leaves.ofProto(entry.findFieldByNumber(2)));
    }

    private Map<Object, @Nullable Object> readMap(MessageField.JsonMap map, FieldIndex index) {
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        if (!index.has(slot)) return values;
        MapShape shape = shape(map.descriptor());
        FieldDescriptor key = map.descriptor().getMessageType().findFieldByNumber(1);
        FieldDescriptor value = map.descriptor().getMessageType().findFieldByNumber(2);
        FieldIndex entry = new FieldIndex(shape.entry());
        for (long span : shape.entries(index, slot)) {
            entry.scan(shape.entry(), index.bytes(), Span.start(span), Span.end(span));
            long keyValue = entry.has(shape.keySlot()) ? entry.value(shape.keySlot()) : 0;
            values.put(
                    ValueReader.readPlain(key, entry.bytes(), keyValue),
                    entry.has(shape.valueSlot())
                            ? readFound(map.value(), value, entry, shape.valueSlot())
                            : ValueReader.read(
                                    map.value(),
                                    value,
                                    shape.defaults().bytes(),
                                    shape.defaults().value()));
        }
        return values;
    }

    private @Nullable Object readUnion(MessageField.OneOf oneof, FieldIndex index) {
        if (!index.has(slot)) return null;
        FieldDescriptor member =
                oneof.descriptor().getContainingType().getFields().get(index.member(slot));
        MessageType type = oneof.members().get(member);
        return type == null ? null : readFound(new Form.OfMessage(type), member, index, slot);
    }
}
