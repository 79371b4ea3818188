package dev.perigee.grpc.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a writer is, below the message that it writes. For one thread. */
final class Trail {
    private static final int NO_ITEM = -1;

    private String[] names = new String[8];
    private int[] items = new int[8];
    private int length;

    /** Goes into a field. */
    void enter(String responseName) {
        if (length == names.length) {
            names = Arrays.copyOf(names, 2 * length);
            items = Arrays.copyOf(items, 2 * length);
        }
        names[length] = responseName;
        items[length++] = NO_ITEM;
    }

    /** Goes to an item of the list that it is in. */
    void item(int index) {
        items[length - 1] = index;
    }

    void leave() {
        length--;
    }

    /** Response names and list indices, from the outermost. */
    List<Object> toList() {
        List<Object> path = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            path.add(names[i]);
            if (items[i] != NO_ITEM) path.add(items[i]);
        }
        return path;
    }
}
