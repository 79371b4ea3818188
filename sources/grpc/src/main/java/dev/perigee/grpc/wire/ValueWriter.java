package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.perigee.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes values that nothing is selected below. Its functions return false where a value can't be written; {@link
 * #problem} then says why, and what is written of it has to be taken back. For one message and one thread.
 */
final class ValueWriter {
    private static final byte[] NAN = "\"NaN\"".getBytes(US_ASCII);
    private static final byte[] INFINITY = "\"Infinity\"".getBytes(US_ASCII);
    private static final byte[] NEGATIVE_INFINITY = "\"-Infinity\"".getBytes(US_ASCII);

    private final JsonWriter out;
    private final Levels levels;
    private final Formats formats;
    private @Nullable TimeText times;
    private @Nullable WireException problem;
    private int failedItem;

    ValueWriter(JsonWriter out, Levels levels, Formats formats) {
        this.out = out;
        this.levels = levels;
        this.formats = formats;
    }

    JsonWriter out() {
        return out;
    }

    Levels levels() {
        return levels;
    }

    Formats formats() {
        return formats;
    }

    /** Why the last value could not be written. */
    WireException problem() {
        if (problem == null) throw new IllegalStateException("All was written");
        return problem;
    }

    /** The index of the item that could not be written. */
    int failedItem() {
        return failedItem;
    }

    boolean fail(String code, String message) {
        problem = new WireException(code, message);
        return false;
    }

    /** @param value the bits of a number, or the {@link Span} of bytes */
    boolean write(Leaf leaf, byte[] bytes, long value) {
        return switch (leaf.kind()) {
            case BOOLEAN -> writeBoolean(leaf, value != 0);
            case INT -> writeLong(leaf, (int) value);
            case SINT -> writeLong(leaf, (int) value >>> 1 ^ -((int) value & 1));
            case UINT -> writeLong(leaf, value & 0xFFFFFFFFL);
            case LONG -> writeLong(leaf, value);
            case SLONG -> writeLong(leaf, value >>> 1 ^ -(value & 1));
            case ULONG -> writeUnsigned(leaf, value);
            case FLOAT -> writeFloat(leaf, Float.intBitsToFloat((int) value));
            case DOUBLE -> writeDouble(leaf, Double.longBitsToDouble(value));
            case STRING -> writeString(bytes, value);
            case BYTES -> writeBytes(bytes, value);
            case ENUM -> writeEnum(leaf, (int) value);
            default -> writeOther(leaf, bytes, value);
        };
    }

    private boolean writeOther(Leaf leaf, byte[] bytes, long span) {
        return switch (leaf.kind()) {
            case NULL -> writeNull();
            case TRUE -> writeTrue();
            case TIMESTAMP ->
                times().writeTimestamp(bytes, span, out)
                        || fail("INVALID_TIMESTAMP", "A timestamp is out of range: years 1 to 9999, nanos below 10^9.");
            case DURATION ->
                times().writeDuration(bytes, span, out)
                        || fail("INVALID_DURATION", "A duration is out of range, or its parts have different signs.");
            case FIELD_MASK ->
                FieldMaskText.write(bytes, span, out)
                        || fail("INVALID_FIELD_MASK", "A field mask has a path that is not in lower_snake_case.");
            case STRUCT, LIST, VALUE -> new StructWriter(this).write(leaf.kind(), bytes, span);
            case ANY -> new AnyWriter(this).write(bytes, span);
            case WRAPPER -> writeWrapped(leaf.requiredWrapped(), bytes, span);
            case MESSAGE -> formats.whole(leaf.requiredMessage()).write(bytes, span, this);
            default -> throw new IllegalStateException("Not written here: " + leaf.kind());
        };
    }

    private boolean writeBoolean(Leaf leaf, boolean value) {
        if (leaf.isQuoted()) out.raw('"');
        out.writeBoolean(value);
        if (leaf.isQuoted()) out.raw('"');
        return true;
    }

    private boolean writeLong(Leaf leaf, long value) {
        if (leaf.isQuoted()) out.raw('"');
        out.writeLong(value);
        if (leaf.isQuoted()) out.raw('"');
        return true;
    }

    private boolean writeUnsigned(Leaf leaf, long value) {
        if (leaf.isQuoted()) out.raw('"');
        out.writeUnsigned(value);
        if (leaf.isQuoted()) out.raw('"');
        return true;
    }

    private boolean writeFloat(Leaf leaf, float value) {
        if (!Float.isFinite(value)) return writeNonFinite(leaf, value);
        out.writeFloat(value);
        return true;
    }

    private boolean writeDouble(Leaf leaf, double value) {
        if (!Double.isFinite(value)) return writeNonFinite(leaf, value);
        out.writeDouble(value);
        return true;
    }

    private boolean writeNonFinite(Leaf leaf, double value) {
        if (!leaf.isQuoted()) {
            return fail("NOT_FINITE", "The value is " + value + ", which JSON has no number for.");
        }
        out.raw(Double.isNaN(value) ? NAN : value > 0 ? INFINITY : NEGATIVE_INFINITY);
        return true;
    }

    private boolean writeString(byte[] bytes, long span) {
        return out.writeUtf8(bytes, Span.start(span), Span.end(span))
                || fail("INVALID_UTF8", "A string is not valid UTF-8.");
    }

    private boolean writeBytes(byte[] bytes, long span) {
        out.writeBase64(bytes, Span.start(span), Span.end(span));
        return true;
    }

    private boolean writeEnum(Leaf leaf, int number) {
        EnumJson names = leaf.requiredNames();
        byte[] json = names.json(number);
        if (json == null) return writeNameless(names, number);
        out.raw(json);
        return true;
    }

    /** A value of the IDL that the graph has left out is null; of others the gateway's IDL does not know. */
    private boolean writeNameless(EnumJson names, int number) {
        if (names.isKnown(number)) return writeNull();
        String type = names.descriptor().getFullName();
        return fail("UNKNOWN_ENUM_VALUE", "The enum " + type + " has no value with the number " + number + ".");
    }

    private boolean writeNull() {
        out.writeNull();
        return true;
    }

    private boolean writeTrue() {
        out.writeBoolean(true);
        return true;
    }

    private TimeText times() {
        if (times == null) times = new TimeText();
        return times;
    }

    private boolean writeWrapped(Leaf wrapped, byte[] bytes, long span) {
        long value = 0; // also the empty span
        int tag = Wire.tag(1, wrapped.wireType());
        FieldCursor cursor = new FieldCursor(bytes, Span.start(span), Span.end(span));
        while (cursor.next()) {
            if (cursor.tag() == tag) value = cursor.value();
            else cursor.skip();
        }
        return write(wrapped, bytes, value);
    }

    /** Writes a list; {@link #failedItem} says which item has failed. */
    boolean writeList(Leaf leaf, FieldIndex index, int slot) {
        ItemCursor items = new ItemCursor(index, slot, leaf.wireType());
        char before = '[';
        int count = 0;
        while (items.next()) {
            if (leaf.ignores(items.value())) continue;
            out.raw(before);
            before = ',';
            if (!write(leaf, index.bytes(), items.value())) {
                failedItem = count;
                return false;
            }
            count++;
        }
        if (before == '[') out.raw('[');
        out.raw(']');
        return true;
    }

    /** Writes a map as an object. */
    boolean writeMap(MapShape map, FieldIndex index, int slot) {
        char before = '{';
        for (long span : map.entries(index, slot)) {
            out.raw(before);
            before = ',';
            FieldIndex entry = levels.enter(map.entry(), index.bytes(), Span.start(span), Span.end(span));
            boolean isGood = writeEntry(map, entry);
            levels.leave();
            if (!isGood) return false;
        }
        if (before == '{') out.raw('{');
        out.raw('}');
        return true;
    }

    private boolean writeEntry(MapShape map, FieldIndex entry) {
        long key = entry.has(map.keySlot()) ? entry.value(map.keySlot()) : 0;
        if (!write(map.key(), entry.bytes(), key)) return false;
        out.raw(':');
        if (entry.has(map.valueSlot())) return writeFound(map.value(), entry, map.valueSlot());
        return write(map.value(), map.defaults().bytes(), map.defaults().value());
    }

    /** A value that is there; a message may be in several pieces. */
    boolean writeFound(Leaf leaf, FieldIndex index, int slot) {
        if (index.isMerged(slot) && leaf.isMessage()) { // of a number, -1
            byte[] merged = index.merged(slot);
            return write(leaf, merged, Span.of(0, merged.length));
        }
        return write(leaf, index.bytes(), index.value(slot));
    }
}
