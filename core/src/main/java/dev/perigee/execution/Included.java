package dev.perigee.execution;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which conditions of a plan hold in a request, as a key. */
record Included(boolean[] holds) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Included that && Arrays.equals(holds, that.holds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(holds);
    }
}
