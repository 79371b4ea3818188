package dev.perigee.grpc.wire;

import dev.perigee.json.JsonWriter;

/**
 * Writes the fields of a message while they are read, without an index of them first. That goes well as long as each comes
 * in one piece, in the order of the response, and all values can be written: any other message is for {@link ObjectWriter}
 * alone. For one message and one thread.
 */
final class OrderedWriter<K> {
    private static final int FAILED = -1;

    private final ObjectWriter<K> objects;
    private final Conditions<K> conditions;
    private final ValueWriter values;
    private final JsonWriter out;

    OrderedWriter(ObjectWriter<K> objects, Conditions<K> conditions, ValueWriter values, JsonWriter out) {
        this.objects = objects;
        this.conditions = conditions;
        this.values = values;
        this.out = out;
    }

    /**
     * Writes an object. As in the scan of an index, each kind of value is in its place: this is where most of the time goes.
     *
     * @param index for the values of fields that are not written as they are read
     * @return false if it has to be written in the other way; what was written does not count then
     */
    boolean write(Program.Part<K> part, FieldOrder order, FieldIndex index, byte[] bytes, int from, int to) {
        Entry<K>[] fields = part.fields();
        FieldTable table = part.table();
        index.begin(table, bytes, from, to);
        int next = 0;
        int at = from;
        char before = '{';
        while (at < to) {
            int start = at;
            int tag = bytes[at++];
            if (tag < 0) {
                at = Wire.varintEnd(bytes, start, to);
                tag = (int) Wire.varint(bytes, start, at);
            }
            int position = order.tag(next) == tag ? next : order.position(table, tag, at);
            int begin = at;
            long value;
            switch (tag & 7) {
                case Wire.VARINT -> {
                    at = Wire.varintEnd(bytes, begin, to);
                    if (position < 0) continue;
                    value = Wire.varint(bytes, begin, at);
                }
                case Wire.BYTES -> {
                    int content = Wire.varintEnd(bytes, begin, to);
                    at = Wire.bytesEnd(Wire.varint(bytes, begin, content), content, to);
                    if (position < 0) continue;
                    value = Span.of(content, at);
                }
                default -> {
                    at = Wire.valueEnd(bytes, begin, to, tag);
                    if (position < 0) continue;
                    value = Wire.value(bytes, begin, at, tag);
                }
            }
            if (position != next) {
                if (position < next) return false;
                before = objects.writeFields(fields, next, position, index, before);
                if (before == ObjectWriter.FAILED) return false;
            }
            next = position + 1;
            Entry<K> field = fields[position];
            Content<K> content = field.content();
            if (!conditions.include(field)) {
                if (content.isList()) at = index.listEnd(tag, at);
                continue;
            }
            out.writeName(before, field.jsonName());
            before = ',';
            if (content instanceof Content.OneLeaf<K> leaf) {
                if (!values.write(leaf.leaf(), bytes, value)) return false;
            } else {
                at = writeOther(field, tag, start, at, value, index);
                if (at == FAILED) return false;
            }
        }
        before = objects.writeFields(fields, next, fields.length, index, before);
        if (before == ObjectWriter.FAILED) return false;
        if (before == '{') out.raw('{');
        out.raw('}');
        return true;
    }

    /** Writes the value of a field, with all items of a list, and gives where it ends. */
    private int writeOther(Entry<K> field, int tag, int start, int first, long value, FieldIndex index) {
        Content<K> content = field.content();
        if (content instanceof Content.OneObject<K> object) {
            return writeObject(object.below(), index, value) ? first : FAILED;
        }
        if (Wire.type(tag) == Wire.BYTES) { // others are rare
            if (content instanceof Content.Objects<K> list) return writeObjects(list, tag, first, value, index);
            if (content instanceof Content.Leaves<K> list && list.leaf().wireType() == Wire.BYTES) {
                return writeLeaves(list, tag, first, value, index);
            }
        }
        int end = content.isList() ? index.listEnd(tag, first) : first;
        index.put(content.slot(), content.isList() ? Span.of(start, end) : value);
        return objects.writeField(field, index) ? end : FAILED;
    }

    private boolean writeObject(Program<K> below, FieldIndex index, long span) {
        return objects.writeObject(below, index.bytes(), Span.start(span), Span.end(span));
    }

    private int writeObjects(Content.Objects<K> list, int tag, int first, long value, FieldIndex index) {
        out.raw('[');
        if (!writeObject(list.below(), index, value)) return FAILED;
        int at = first;
        for (int item = index.next(tag, at); item != at; item = index.next(tag, at)) {
            int content = index.content(item);
            at = index.contentEnd(item, content);
            out.raw(',');
            if (!writeObject(list.below(), index, Span.of(content, at))) return FAILED;
        }
        out.raw(']');
        return at;
    }

    private int writeLeaves(Content.Leaves<K> list, int tag, int first, long value, FieldIndex index) {
        out.raw('[');
        if (!values.write(list.leaf(), index.bytes(), value)) return FAILED;
        int at = first;
        for (int item = index.next(tag, at); item != at; item = index.next(tag, at)) {
            int content = index.content(item);
            at = index.contentEnd(item, content);
            out.raw(',');
            if (!values.write(list.leaf(), index.bytes(), Span.of(content, at))) return FAILED;
        }
        out.raw(']');
        return at;
    }
}
