package dev.perigee.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which conditions of a plan hold in a request. A key: equal to another of the same plan where the same conditions hold.
 * Immutable.
 */
public final class HeldConditions {
    private final boolean[] holds;

    /** @param holds by the conditions' numbers; not to be changed */
    HeldConditions(boolean... holds) {
        this.holds = holds;
    }

    /** @param condition its number, such as {@link PlannedField#condition} */
    public boolean contains(int condition) {
        return holds[condition];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HeldConditions that && Arrays.equals(holds, that.holds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(holds);
    }
}
