package dev.perigee.grpc.wire;

import java.io.ByteArrayOutputStream;

/**
 * Where the fields of one message are in its bytes: found in one scan, read in any order. May be used again for another
 * message. For one thread at a time, and for several once it stays as it is.
 */
final class FieldIndex {
    /** Of a message that occurs several times. */
    private static final long MERGED = -1;

    private FieldTable table;
    private byte[] bytes = {};
    private int from;
    private int to;
    private long present;
    private long[] cells = {};
    private int[] members = {};

    FieldIndex(FieldTable table) {
        this.table = table;
    }

    /** Finds the fields of a table in the bytes of a message. */
    void scan(FieldTable wanted, byte[] message, int start, int end) {
        this.table = wanted;
        this.bytes = message;
        this.from = start;
        this.to = end;
        if (cells.length < wanted.slots()) cells = new long[wanted.slots()];
        if (wanted.hasUnions() && members.length < wanted.slots()) members = new int[wanted.slots()];
        this.present = wanted.isEmpty() ? 0 : scan();
    }

    /**
     * What a {@link FieldCursor} would do, without one, and with each kind of value in its place: most of the work on a
     * message that little is selected of.
     */
    private long scan() {
        byte[] bytes = this.bytes;
        int to = this.to;
        FieldTable table = this.table;
        long[] cells = this.cells;
        long found = 0;
        int at = from;
        while (at < to) {
            int start = at;
            int tag = bytes[at++];
            if (tag < 0) {
                at = Wire.varintEnd(bytes, start, to);
                tag = (int) Wire.varint(bytes, start, at);
            }
            if (Wire.number(tag) == 0) throw Wire.noNumber(at);
            Target target = table.target(tag);
            int from = at;
            long value;
            switch (tag & 7) {
                case Wire.VARINT -> {
                    at = Wire.varintEnd(bytes, from, to);
                    if (target == null) continue;
                    value = Wire.varint(bytes, from, at);
                }
                case Wire.BYTES -> {
                    int begin = Wire.varintEnd(bytes, from, to);
                    at = Wire.bytesEnd(Wire.varint(bytes, from, begin), begin, to);
                    if (target == null) continue;
                    value = Span.of(begin, at);
                }
                default -> {
                    at = Wire.valueEnd(bytes, from, to, tag);
                    if (target == null) continue;
                    value = Wire.value(bytes, from, at, tag);
                }
            }
            if (target.action() == Target.Action.PLAIN) {
                cells[target.slot()] = value;
                found |= target.bit();
            } else {
                found = keep(target, found, value, start, at);
            }
        }
        return found;
    }

    /** For fields that are read one by one. */
    void begin(FieldTable wanted, byte[] message, int start, int end) {
        this.table = wanted;
        this.bytes = message;
        this.from = start;
        this.to = end;
        if (cells.length < wanted.slots()) cells = new long[wanted.slots()];
        this.present = 0;
    }

    /** Keeps the value of a field. */
    void put(int slot, long value) {
        cells[slot] = value;
        present |= 1L << slot;
    }

    /** Where the items of a list end that follow each other. */
    int listEnd(int tag, int first) {
        Target target = table.target(tag);
        int end = first;
        while (end < to) {
            int at = Wire.varintEnd(bytes, end, to);
            int other = (int) Wire.varint(bytes, end, at);
            if (other != tag && table.target(other) != target) break;
            end = Wire.valueEnd(bytes, at, to, other);
        }
        return end;
    }

    /** Where the tag of the next field ends if it is this one, otherwise where it begins. */
    int next(int tag, int at) {
        if (at >= to) return at;
        int end = Wire.varintEnd(bytes, at, to);
        return (int) Wire.varint(bytes, at, end) == tag ? end : at;
    }

    /** Where bytes begin whose length stands at a place. */
    int content(int at) {
        return Wire.varintEnd(bytes, at, to);
    }

    /** Where bytes end whose length stands in front of them. */
    int contentEnd(int at, int content) {
        return Wire.bytesEnd(Wire.varint(bytes, at, content), content, to);
    }

    private long keep(Target target, long found, long value, int start, int end) {
        if (target.ignores(value)) return found;
        int slot = target.slot();
        boolean isFirst = (found & target.bit()) == 0;
        switch (target.action()) {
            case PLAIN, LAST -> cells[slot] = value;
            case MERGE -> cells[slot] = isFirst ? value : MERGED;
            case LIST -> cells[slot] = Span.of(isFirst ? start : Span.start(cells[slot]), end);
            case MEMBER -> {
                cells[slot] = isFirst || members[slot] != target.member() ? value : MERGED;
                members[slot] = target.member();
            }
            case NOTHING -> {}
        }
        return found & ~target.clears() | target.bit();
    }

    FieldTable table() {
        return table;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean has(int slot) {
        return (present >>> slot & 1) != 0;
    }

    /** The bits of a number, the {@link Span} of bytes, or of all that a list is in. */
    long value(int slot) {
        return cells[slot];
    }

    /** Which member of a oneof it is, by its index in the message. */
    int member(int slot) {
        return members[slot];
    }

    /** Whether a message is in several pieces, whose bytes are {@link #merged}. */
    boolean isMerged(int slot) {
        return cells[slot] == MERGED;
    }

    /** The bytes of a message that occurs several times: one after the other, they are the merged message. */
    byte[] merged(int slot) {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        int member = 0;
        FieldCursor cursor = new FieldCursor(bytes, from, to);
        while (cursor.next()) {
            Target target = table.target(cursor.tag());
            if (target == null) {
                cursor.skip();
                continue;
            }
            long value = cursor.value();
            if (target.bit() == 1L << slot) {
                if (target.member() != member) pieces.reset();
                member = target.member();
                pieces.write(bytes, Span.start(value), Span.end(value) - Span.start(value));
            } else if ((target.clears() >>> slot & 1) != 0 && !target.ignores(value)) {
                pieces.reset();
            }
        }
        return pieces.toByteArray();
    }
}
