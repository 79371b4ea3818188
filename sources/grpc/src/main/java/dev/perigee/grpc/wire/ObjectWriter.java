package dev.perigee.grpc.wire;

import dev.perigee.grpc.wire.Program.Part;
import dev.perigee.json.JsonWriter;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Writes messages as objects under a selection. Its functions return false where null has come up that is not allowed; what
 * was written then does not count. For one message and one thread.
 */
final class ObjectWriter<K> {
    /** Stands in front of no field. */
    static final char FAILED = 0;

    private final Conditions<K> conditions;
    private final JsonWriter out;
    private final WireErrors<K> errors;
    private final OrderedWriter<K> ordered;
    private boolean isAttempt;
    private boolean isSpoilt;
    private final Levels levels;
    private final ValueWriter values;
    private final Trail trail = new Trail();

    ObjectWriter(Formats formats, Conditions<K> conditions, JsonWriter out, WireErrors<K> errors) {
        this.conditions = conditions;
        this.out = out;
        this.errors = errors;
        this.levels = new Levels(formats.options().maxDepth());
        this.values = new ValueWriter(out, levels, formats);
        this.ordered = new OrderedWriter<>(this, conditions, values, out);
    }

    /**
     * Writes a message, or the value of a field: while its fields are read, if that goes well, otherwise with an index of each
     * message.
     */
    boolean write(BooleanSupplier writing) {
        int start = out.position();
        isAttempt = true;
        boolean isGood = writing.getAsBoolean();
        isAttempt = false;
        if (isGood && !isSpoilt) return true;
        out.rewind(start);
        return writing.getAsBoolean();
    }

    /** Writes the fields of a program that a request does not leave out. */
    boolean writeObject(Program<K> program, byte[] bytes, int from, int to) {
        List<Part<K>> parts = program.parts();
        FieldOrder order = isAttempt ? parts.getFirst().order() : null;
        if (order != null && parts.size() == 1) {
            FieldIndex index = levels.enter(from);
            boolean isGood = ordered.write(parts.getFirst(), order, index, bytes, from, to);
            levels.leave();
            if (!isGood) isSpoilt = true;
            return isGood;
        }
        char before = '{';
        for (int i = 0; i < parts.size(); i++) {
            FieldIndex index = levels.enter(parts.get(i).table(), bytes, from, to);
            before = writeFields(parts.get(i).fields(), 0, parts.get(i).fields().length, index, before);
            levels.leave();
            if (before == FAILED) return false;
        }
        if (before == '{') out.raw('{');
        out.raw('}');
        return true;
    }

    /** Gives what stands before the next field, or {@link #FAILED}. */
    char writeFields(Entry<K>[] fields, int start, int end, FieldIndex index, char first) {
        char before = first;
        for (int i = start; before != FAILED && i < end; i++) before = writeField(fields[i], index, before);
        return before;
    }

    char writeField(Entry<K> entry, FieldIndex index, char before) {
        if (!conditions.include(entry)) return before;
        out.writeName(before, entry.jsonName());
        return writeField(entry, index) ? ',' : FAILED;
    }

    /** Writes the value of one field. */
    boolean writeField(Entry<K> entry, FieldIndex index) {
        // Most fields are leaves, and one test is less than the switch does.
        if (entry.content() instanceof Content.OneLeaf<K> leaf) return writeLeaf(entry, leaf, index);
        return switch (entry.content()) {
            case Content.OneLeaf<K> leaf -> writeLeaf(entry, leaf, index);
            case Content.Fixed<K> fixed -> writeFixed(fixed);
            case Content.Leaves<K> list -> writeLeaves(entry, list, index);
            case Content.JsonMap<K> map -> writeMap(entry, map, index);
            case Content.OneObject<K> object -> writeOneObject(entry, object, index);
            case Content.Objects<K> list -> writeObjects(entry, list, index);
            case Content.Entries<K> map -> writeEntries(entry, map, index);
            case Content.Union<K> union -> writeUnion(entry, union, index);
        };
    }

    private boolean writeFixed(Content.Fixed<K> fixed) {
        out.raw(fixed.json());
        return true;
    }

    private boolean writeLeaf(Entry<K> entry, Content.OneLeaf<K> one, FieldIndex index) {
        int start = out.position();
        if (index.has(one.slot())) {
            if (values.writeFound(one.leaf(), index, one.slot())) return true;
        } else if (one.absent() != null) {
            out.raw(one.absent());
            return true;
        } else {
            values.write(one.leaf(), one.defaults().bytes(), one.defaults().value());
        }
        addError(entry);
        return writeNull(start, one.nonNull());
    }

    /** Takes back what was written since a position. */
    private boolean writeNull(int start, boolean nonNull) {
        out.rewind(start);
        if (nonNull) return false;
        out.writeNull();
        return true;
    }

    /** Whether this is only an attempt, which has failed: errors are told by what is written in the end. */
    private boolean spoil() {
        isSpoilt |= isAttempt;
        return isAttempt;
    }

    private void addError(Entry<K> entry) {
        if (spoil()) return;
        trail.enter(entry.responseName());
        errors.add(entry.key(), trail.toList(), values.problem());
        trail.leave();
    }

    private boolean writeLeaves(Entry<K> entry, Content.Leaves<K> list, FieldIndex index) {
        if (!index.has(list.slot())) return writeEmptyList();
        if (values.writeList(list.leaf(), index, list.slot())) return true;
        if (spoil()) return false;
        trail.enter(entry.responseName());
        trail.item(values.failedItem());
        errors.add(entry.key(), trail.toList(), values.problem());
        trail.leave();
        return false;
    }

    private boolean writeEmptyList() {
        out.raw('[');
        out.raw(']');
        return true;
    }

    private boolean writeMap(Entry<K> entry, Content.JsonMap<K> map, FieldIndex index) {
        if (!index.has(map.slot())) {
            out.raw('{');
            out.raw('}');
            return true;
        }
        if (values.writeMap(map.map(), index, map.slot())) return true;
        addError(entry);
        return false;
    }

    private boolean writeOneObject(Entry<K> entry, Content.OneObject<K> object, FieldIndex index) {
        if (!index.has(object.slot())) {
            if (object.isDefaulted()) return writeBelow(entry, object.below(), Default.NONE, 0, object.nonNull());
            out.writeNull();
            return true;
        }
        return writeMessage(entry, object.below(), index, object.slot(), object.nonNull());
    }

    private boolean writeMessage(Entry<K> entry, Program<K> below, FieldIndex index, int slot, boolean nonNull) {
        if (!index.isMerged(slot)) return writeBelow(entry, below, index.bytes(), index.value(slot), nonNull);
        byte[] merged = index.merged(slot);
        return writeBelow(entry, below, merged, Span.of(0, merged.length), nonNull);
    }

    private boolean writeBelow(Entry<K> entry, Program<K> below, byte[] bytes, long span, boolean nonNull) {
        int start = out.position();
        trail.enter(entry.responseName());
        boolean isGood = writeObject(below, bytes, Span.start(span), Span.end(span));
        trail.leave();
        return isGood || writeNull(start, nonNull);
    }

    private boolean writeUnion(Entry<K> entry, Content.Union<K> union, FieldIndex index) {
        Program<K> member = index.has(union.slot()) ? union.members().get(index.member(union.slot())) : null;
        if (member != null) return writeMessage(entry, member, index, union.slot(), false);
        out.writeNull();
        return true;
    }

    private boolean writeObjects(Entry<K> entry, Content.Objects<K> list, FieldIndex index) {
        if (!index.has(list.slot())) return writeEmptyList();
        ItemCursor items = new ItemCursor(index, list.slot(), list.wireType());
        trail.enter(entry.responseName());
        boolean isGood = true;
        int count = 0;
        for (; isGood && items.next(); count++) {
            out.raw(count == 0 ? '[' : ',');
            isGood = writeItem(list.below(), index, items.value(), count);
        }
        trail.leave();
        out.raw(']');
        return isGood;
    }

    private boolean writeItem(Program<K> below, FieldIndex index, long span, int count) {
        trail.item(count);
        return writeObject(below, index.bytes(), Span.start(span), Span.end(span));
    }

    private boolean writeEntries(Entry<K> entry, Content.Entries<K> map, FieldIndex index) {
        if (!index.has(map.slot())) return writeEmptyList();
        trail.enter(entry.responseName());
        boolean isGood = true;
        int count = 0;
        for (long span : map.map().entries(index, map.slot())) {
            out.raw(count == 0 ? '[' : ',');
            isGood = writeItem(map.below(), index, span, count++);
            if (!isGood) break;
        }
        trail.leave();
        if (count == 0) out.raw('[');
        out.raw(']');
        return isGood;
    }
}
