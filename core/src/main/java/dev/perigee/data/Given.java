package dev.perigee.data;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A field of an input object that may be absent, null, or a value: for changes, where "leave it" and "clear it" differ.
 * Immutable.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Objects.Input-Coercion">Input Objects</a>
 */
public final class Given<T> {
    private static final Given<?> ABSENT = new Given<>(false, null);

    private final boolean isGiven;
    private final @Nullable T value;

    private Given(boolean isGiven, @Nullable T value) {
        this.isGiven = isGiven;
        this.value = value;
    }

    /** A field that is given, with a value or null. */
    public static <T> Given<T> of(@Nullable T value) {
        return new Given<>(true, value);
    }

    /** A field that nothing is said of. */
    @SuppressWarnings("unchecked") // it has no value of any type
    public static <T> Given<T> absent() {
        return (Given<T>) ABSENT;
    }

    public boolean isGiven() {
        return isGiven;
    }

    /** The value; null also if the field is absent. */
    public @Nullable T orNull() {
        return value;
    }

    /** Does something with the value, which may be null, unless the field is absent. */
    public void ifGiven(Consumer<? super @Nullable T> action) {
        if (isGiven) action.accept(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Given<?> that && isGiven == that.isGiven && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return isGiven ? Objects.hashCode(value) : -1;
    }

    @Override
    public String toString() {
        return isGiven ? String.valueOf(value) : "absent";
    }
}
