package dev.perigee.grpc.wire;

import org.jspecify.annotations.Nullable;

/**
 * Goes through the items of a list: packed, not packed, both in turn, and with other fields between them. For one thread.
 */
final class ItemCursor {
    private final FieldTable table;
    private final byte[] bytes;
    private final long bit;
    private final int wireType;
    private final FieldCursor fields;
    private @Nullable FieldCursor packed;
    private long value;

    /** @param slot of a list that was found */
    ItemCursor(FieldIndex index, int slot, int wireType) {
        long span = index.value(slot);
        this.table = index.table();
        this.bytes = index.bytes();
        this.bit = 1L << slot;
        this.wireType = wireType;
        this.fields = new FieldCursor(bytes, Span.start(span), Span.end(span));
    }

    /** Goes to the next item, false if there is none. */
    boolean next() {
        while (true) {
            if (packed != null && !packed.isAtEnd()) {
                value = packed.item(wireType);
                return true;
            }
            if (!fields.next()) return false;
            Target target = table.target(fields.tag());
            if (target == null || target.bit() != bit) {
                fields.skip();
            } else if (Wire.type(fields.tag()) == wireType) {
                value = fields.value();
                return true;
            } else {
                long block = fields.value();
                packed = new FieldCursor(bytes, Span.start(block), Span.end(block));
            }
        }
    }

    /** The bits of a number, or the {@link Span} of bytes. */
    long value() {
        return value;
    }
}
