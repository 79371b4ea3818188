package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.wire.Leaf.Kind;
import dev.perigee.json.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes all fields of a message that are there, in the order of their numbers, in the form of ProtoJSON. Messages inside
 * are found when they are met, as messages may contain themselves. Immutable.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
final class WholeMessage {
    private record Part(FieldTable table, List<Member> members) {}

    /** @param isImplicit whether the default value counts as absent */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Member(
            byte[] name,
            int slot,
            Leaf leaf,
            boolean isList,
            @Nullable MapShape map,
            boolean isImplicit) {}

    private final @Nullable Leaf ownForm;
    private final List<Part> parts = new ArrayList<>();

    private WholeMessage(@Nullable Leaf ownForm) {
        this.ownForm = ownForm;
    }

    static WholeMessage of(Descriptor type) {
        Leaf leaf = Leaves.ofProto(type, Wire.BYTES);
        if (leaf.kind() != Kind.MESSAGE) return new WholeMessage(leaf);
        WholeMessage whole = new WholeMessage(null);
        FieldTableBuilder table = new FieldTableBuilder();
        List<Member> members = new ArrayList<>();
        List<FieldDescriptor> fields = new ArrayList<>(type.getFields());
        fields.sort(Comparator.comparing(FieldDescriptor::getNumber));
        for (FieldDescriptor field : fields) {
            if (table.isFull()) {
                whole.parts.add(new Part(table.build(), List.copyOf(members)));
                table = new FieldTableBuilder();
                members.clear();
            }
            members.add(member(field, table.slot(field)));
        }
        whole.parts.add(new Part(table.build(), List.copyOf(members)));
        return whole;
    }

    private static Member member(FieldDescriptor field, int slot) {
        JsonWriter name = new JsonWriter();
        name.writeString(field.getJsonName());
        name.raw(':');
        boolean isImplicit = !field.isRepeated() && !field.hasPresence();
        return new Member(name.toByteArray(), slot, Leaves.ofProto(field), field.isRepeated(), map(field), isImplicit);
    }

    private static @Nullable MapShape map(FieldDescriptor field) {
        if (!field.isMapField()) return null;
        Descriptor entry = field.getMessageType();
        return MapShape.of(field, Leaves.ofKey(entry.findFieldByNumber(1)), Leaves.ofProto(entry.findFieldByNumber(2)));
    }

    /** Whether it is not an object with its fields, but has a form of its own. */
    boolean hasOwnForm() {
        return ownForm != null;
    }

    boolean write(byte[] bytes, long span, ValueWriter values) {
        return ownForm == null ? writeFields('{', bytes, span, values) : values.write(ownForm, bytes, span);
    }

    /** Writes the fields and the brace at the end. */
    boolean writeFields(char before, byte[] bytes, long span, ValueWriter values) {
        char next = before;
        for (Part part : parts) {
            FieldIndex index = values.levels().enter(part.table(), bytes, Span.start(span), Span.end(span));
            for (Member member : part.members()) {
                if (!isWritten(member, index)) continue;
                values.out().raw(next);
                next = ',';
                values.out().raw(member.name());
                if (!writeMember(member, index, values)) return leave(values, false);
            }
            leave(values, true);
        }
        if (next == '{') values.out().raw('{');
        values.out().raw('}');
        return true;
    }

    private static boolean leave(ValueWriter values, boolean isGood) {
        values.levels().leave();
        return isGood;
    }

    private static boolean isWritten(Member member, FieldIndex index) {
        if (!index.has(member.slot())) return false;
        if (!member.isImplicit()) return true;
        long value = index.value(member.slot());
        return switch (member.leaf().kind()) {
            case STRING, BYTES -> Span.start(value) != Span.end(value);
            case INT, SINT, UINT, FLOAT, ENUM, NULL -> (int) value != 0;
            default -> value != 0;
        };
    }

    private static boolean writeMember(Member member, FieldIndex index, ValueWriter values) {
        if (member.map() != null) return values.writeMap(member.map(), index, member.slot());
        if (member.isList()) return values.writeList(member.leaf(), index, member.slot());
        return values.writeFound(member.leaf(), index, member.slot());
    }
}
