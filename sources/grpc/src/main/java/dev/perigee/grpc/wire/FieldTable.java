package dev.perigee.grpc.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scan looks for in the bytes of one message: at most 64 slots. Immutable. */
final class FieldTable {
    /** Tags of fields up to number 511 are looked up in an array. */
    private static final int DENSE = 4096;

    private final @Nullable Target[] dense;
    private final Map<Integer, Target> sparse = new HashMap<>();
    private final int slots;
    private final boolean hasUnions;
    private final boolean isSimple;
    private final int[] tags;

    FieldTable(Map<Integer, Target> targets, int slots) {
        int length = 0;
        for (int tag : targets.keySet()) if (tag >= 0 && tag < DENSE) length = Math.max(length, tag + 1);
        this.dense = new Target[length];
        targets.forEach((tag, target) -> {
            if (tag >= 0 && tag < DENSE) dense[tag] = target;
            else sparse.put(tag, target);
        });
        this.slots = slots;
        this.hasUnions = targets.values().stream().anyMatch(target -> target.action() == Target.Action.MEMBER);
        this.isSimple = targets.values().stream().allMatch(Target::isSimple);
        this.tags = new int[slots];
        targets.forEach((tag, target) -> {
            if (target.bit() != 0) tags[target.slot()] = tag;
        });
    }

    /** Whether each field is on its own: none says that another, or an earlier value of it, does not count. */
    boolean isSimple() {
        return isSimple;
    }

    /** A tag of the field that has a slot: of a list, one of two. */
    int tag(int slot) {
        return tags[slot];
    }

    /** How many values an index of it keeps. */
    int slots() {
        return slots;
    }

    boolean hasUnions() {
        return hasUnions;
    }

    boolean isEmpty() {
        return slots == 0;
    }

    /** Null for a field that does not matter, or that has a wire type which is not its own. */
    @Nullable Target target(int tag) {
        if (tag >= 0 && tag < dense.length) return dense[tag];
        return sparse.isEmpty() ? null : sparse.get(tag);
    }
}
