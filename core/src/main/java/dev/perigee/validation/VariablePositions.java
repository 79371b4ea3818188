package dev.perigee.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The different positions of the variables of one name. {@link VariableFlow} gives them bits, side by side. */
final class VariablePositions {
    /** Up to this many, comparing with each is faster than hashing. */
    private static final int FEW = 8;

    private final List<VariablePosition> positions = new ArrayList<>(2);
    private @Nullable Map<VariablePosition, Integer> numbers; // if there are more than few
    private int start;

    /** The number of a position among them, which is a new one or one that was seen. */
    int number(VariablePosition position) {
        int number = numbers == null ? positions.indexOf(position) : numbers.getOrDefault(position, -1);
        return number < 0 ? add(position) : number;
    }

    private int add(VariablePosition position) {
        int number = positions.size();
        positions.add(position);
        if (numbers != null) {
            numbers.put(position, number);
        } else if (positions.size() > FEW) {
            numbers = new HashMap<>();
            for (int i = 0; i <= number; i++) numbers.put(positions.get(i), i);
        }
        return number;
    }

    VariablePosition get(int number) {
        return positions.get(number);
    }

    void startAt(int bit) {
        start = bit;
    }

    /** The bit of the first. */
    int start() {
        return start;
    }

    /** The bit after the last. */
    int end() {
        return start + positions.size();
    }

    VariablePosition atBit(int bit) {
        return positions.get(bit - start);
    }

    /** Their part of the 64 bits from {@code first} on. */
    long mask(int first) {
        int from = Math.max(start - first, 0);
        int to = Math.min(end() - first, Long.SIZE);
        return from >= to ? 0 : -1L >>> (Long.SIZE - (to - from)) << from;
    }
}
