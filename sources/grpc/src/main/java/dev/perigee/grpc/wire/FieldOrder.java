package dev.perigee.grpc.wire;

import org.jspecify.annotations.Nullable;

/**
 * Selected fields whose response order is that of their numbers, in which most writers put them: each can be written when it
 * is met. Immutable.
 */
final class FieldOrder {
    static final int NONE = -1;

    private final int[] tags;
    private final int[] positions;

    private FieldOrder(int[] tags, int[] positions) {
        this.tags = tags;
        this.positions = positions;
    }

    /** Null if the fields are in another order, or one has to do with another. */
    static @Nullable FieldOrder of(FieldTable table, Entry<?>[] fields) {
        if (table.isEmpty() || !table.isSimple()) return null;
        int[] tags = new int[fields.length + 1];
        tags[fields.length] = NONE;
        int[] positions = new int[table.slots()];
        int last = 0;
        for (int i = 0; i < fields.length; i++) {
            int slot = fields[i].content().slot();
            tags[i] = NONE; // the tag of nothing: there is no such wire type
            if (slot == Content.NO_SLOT) continue;
            tags[i] = table.tag(slot);
            positions[slot] = i;
            if (Integer.compareUnsigned(Wire.number(tags[i]), last) <= 0) return null; // the same field again, too
            last = Wire.number(tags[i]);
        }
        return new FieldOrder(tags, positions);
    }

    /** A tag of the field at a position, {@link #NONE} if it does not come from the message. */
    int tag(int position) {
        return tags[position];
    }

    /** Where a field stands, {@link #NONE} if it is not selected. */
    int position(FieldTable table, int tag, int at) {
        if (Wire.number(tag) == 0) throw Wire.noNumber(at);
        Target target = table.target(tag);
        return target == null ? NONE : positions[target.slot()];
    }
}
