package dev.perigee.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slots of an object that several keys are loaded for.
 *
 * @param slots in the order of the keys, null where a key is null
 */
record SlotList(List<@Nullable Slot> slots) {
    /** What was loaded, in the order of the keys. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(slots.size());
        for (Slot slot : slots) values.add(slot == null ? null : slot.value);
        return Collections.unmodifiableList(values);
    }
}
