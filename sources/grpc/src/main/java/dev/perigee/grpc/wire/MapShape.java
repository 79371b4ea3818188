package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The entries of a map, which are messages with a key and a value. Immutable.
 *
 * @param entry the table of one entry
 * @param keySlot of the key in it
 * @param key how a key is written
 * @param defaults the bytes and bits of an absent value
 */
record MapShape(
        FieldTable entry,
        int keySlot,
        Leaf key,
        int keyTag,
        int valueSlot,
        Leaf value,
        int valueTag,
        Default defaults) {
    /** @param key how keys are written, where they are */
    static MapShape of(FieldDescriptor map, Leaf key, Leaf value) {
        FieldDescriptor keyField = map.getMessageType().findFieldByNumber(1);
        FieldDescriptor valueField = map.getMessageType().findFieldByNumber(2);
        FieldTableBuilder table = new FieldTableBuilder();
        int keySlot = table.slot(keyField);
        int valueSlot = table.slot(valueField);
        return new MapShape(
                table.build(),
                keySlot,
                key,
                Wire.tag(1, key.wireType()),
                valueSlot,
                value,
                Wire.tag(2, value.wireType()),
                Default.of(valueField));
    }

    /** The entries that count, as {@link Span}s: of those with one key, the last, where the first one stood. */
    Collection<Long> entries(FieldIndex index, int slot) {
        Map<Object, Long> byKey = new LinkedHashMap<>();
        ItemCursor items = new ItemCursor(index, slot, Wire.BYTES);
        while (items.next()) {
            long span = items.value();
            Object key = key(index.bytes(), span);
            if (key != IGNORED) byKey.put(key, span);
        }
        return byKey.values();
    }

    private static final Object IGNORED = new Object();

    private Object key(byte[] bytes, long span) {
        long found = 0;
        boolean isIgnored = false;
        FieldCursor cursor = new FieldCursor(bytes, Span.start(span), Span.end(span));
        while (cursor.next()) {
            if (cursor.tag() == keyTag) found = cursor.value();
            else if (cursor.tag() == valueTag) isIgnored = value.ignores(cursor.value());
            else cursor.skip();
        }
        return isIgnored ? IGNORED : key(bytes, found, Span.end(found));
    }

    /** Equal for equal keys. */
    private Object key(byte[] bytes, long found, int end) {
        return switch (key.kind()) {
            case STRING -> new String(bytes, Span.start(found), end - Span.start(found), ISO_8859_1); // byte for byte
            case BOOLEAN -> found != 0;
            case INT, SINT, UINT -> (int) found;
            default -> found;
        };
    }
}
