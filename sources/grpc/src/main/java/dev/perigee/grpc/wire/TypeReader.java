package dev.perigee.grpc.wire;

import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import java.util.HashMap;
import java.util.Map;

/** Reads all fields of a type from its messages. Immutable. */
final class TypeReader {
    private final Map<String, FieldReader> readers = new HashMap<>();

    private TypeReader(MessageType type) {
        Map<MessageField, Integer> slots = new HashMap<>();
        FieldTableBuilder table = new FieldTableBuilder();
        for (MessageField field : type.fields()) {
            if (table.isFull()) {
                add(slots, table.build());
                table = new FieldTableBuilder();
                slots.clear();
            }
            slots.put(field, FieldReader.slot(field, table));
        }
        add(slots, table.build());
    }

    private void add(Map<MessageField, Integer> slots, FieldTable table) {
        slots.forEach((field, slot) -> readers.put(field.name(), new FieldReader(field, table, slot)));
    }

    static TypeReader of(MessageType type) {
        return type.compiled(TypeReader.class, TypeReader::new);
    }

    /** Also of a field that the type itself does not have, by a name of its own or in another form. */
    FieldReader reader(MessageField field) {
        FieldReader known = readers.get(field.name());
        if (known != null && known.field().equals(field)) return known;
        FieldTableBuilder table = new FieldTableBuilder();
        int slot = FieldReader.slot(field, table);
        return new FieldReader(field, table.build(), slot);
    }
}
