package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.grpc.wire.Target.Action;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives slots to the fields that are asked for, then makes the table of them. */
final class FieldTableBuilder {
    private static final int MOST_SLOTS = Long.SIZE;

    private final Map<FieldDescriptor, Integer> fields = new LinkedHashMap<>();
    private final Map<OneofDescriptor, Integer> unions = new LinkedHashMap<>();

    /** The wire type of one value. */
    static int wireType(FieldDescriptor field) {
        return field.getLiteType().getWireType();
    }

    boolean isFull() {
        return fields.size() + unions.size() == MOST_SLOTS;
    }

    /** The slot for a field's value, or for its list. */
    int slot(FieldDescriptor field) {
        return fields.computeIfAbsent(field, unknown -> newSlot());
    }

    /** The slot for a oneof whose members are messages. */
    int slot(OneofDescriptor union) {
        return unions.computeIfAbsent(union, unknown -> newSlot());
    }

    private int newSlot() {
        if (isFull()) throw new IllegalStateException("No slot is left of " + MOST_SLOTS);
        return fields.size() + unions.size();
    }

    FieldTable build() {
        Map<Integer, Target> targets = new HashMap<>();
        Set<OneofDescriptor> oneofs = new HashSet<>();
        fields.forEach((field, slot) -> {
            OneofDescriptor oneof = field.getRealContainingOneof();
            if (oneof == null) addField(field, slot, targets);
            else oneofs.add(oneof);
        });
        for (OneofDescriptor oneof : oneofs) addMembers(oneof, targets);
        unions.forEach((union, slot) -> addUnion(union, slot, targets));
        return new FieldTable(targets, fields.size() + unions.size());
    }

    private static void addField(FieldDescriptor field, int slot, Map<Integer, Target> targets) {
        if (!field.isRepeated()) {
            Target target = new Target(action(field), slot, 1L << slot, 0, 0, closedEnum(field));
            targets.put(Wire.tag(field.getNumber(), wireType(field)), target);
            return;
        }
        Target target = new Target(Action.LIST, slot, 1L << slot, 0, 0, null);
        targets.put(Wire.tag(field.getNumber(), wireType(field)), target);
        if (field.isPackable()) targets.put(Wire.tag(field.getNumber(), Wire.BYTES), target);
    }

    /** Those that are not asked for, too: a later one clears those that are. */
    private void addMembers(OneofDescriptor oneof, Map<Integer, Target> targets) {
        long all = 0;
        for (FieldDescriptor member : oneof.getFields()) {
            Integer slot = fields.get(member);
            if (slot != null) all |= 1L << slot;
        }
        for (FieldDescriptor member : oneof.getFields()) {
            Integer slot = fields.get(member);
            Target target = slot == null
                    ? new Target(Action.NOTHING, 0, 0, all, 0, closedEnum(member))
                    : new Target(last(member), slot, 1L << slot, all & ~(1L << slot), 0, closedEnum(member));
            targets.put(Wire.tag(member.getNumber(), wireType(member)), target);
        }
    }

    private static void addUnion(OneofDescriptor union, int slot, Map<Integer, Target> targets) {
        for (FieldDescriptor member : union.getFields()) {
            Target target = new Target(Action.MEMBER, slot, 1L << slot, 0, member.getIndex(), null);
            targets.put(Wire.tag(member.getNumber(), wireType(member)), target);
        }
    }

    private static Action action(FieldDescriptor field) {
        Action action = last(field);
        return action == Action.LAST && closedEnum(field) == null ? Action.PLAIN : action;
    }

    private static Action last(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE ? Action.MERGE : Action.LAST;
    }

    static @Nullable EnumDescriptor closedEnum(FieldDescriptor field) {
        boolean isClosed =
                field.getJavaType() == JavaType.ENUM && field.getEnumType().isClosed();
        return isClosed ? field.getEnumType() : null;
    }
}
