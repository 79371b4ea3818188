package dev.perigee.language;

import java.util.Arrays;
import java.util.List;

/** The JDK's immutable lists from part of an array, for short ones with no copy in between. */
final class ExactList {
    private static final List<?> EMPTY = List.of();

    private ExactList() {}

    /** As {@link List#copyOf}, at once for the empty list, which most are. */
    @SuppressWarnings("unchecked") // it has nothing of a wrong type
    static <T> List<T> copyOf(List<T> list) {
        return list == EMPTY ? (List<T>) EMPTY : List.copyOf(list);
    }

    static List<Object> of(Object[] a, int from, int to) {
        return switch (to - from) {
            case 0 -> List.of();
            case 1 -> List.of(a[from]);
            case 2 -> List.of(a[from], a[from + 1]);
            case 3 -> List.of(a[from], a[from + 1], a[from + 2]);
            case 4 -> List.of(a[from], a[from + 1], a[from + 2], a[from + 3]);
            case 5 -> List.of(a[from], a[from + 1], a[from + 2], a[from + 3], a[from + 4]);
            case 6 -> List.of(a[from], a[from + 1], a[from + 2], a[from + 3], a[from + 4], a[from + 5]);
            case 7 -> List.of(a[from], a[from + 1], a[from + 2], a[from + 3], a[from + 4], a[from + 5], a[from + 6]);
            default -> List.of(Arrays.copyOfRange(a, from, to));
        };
    }
}
