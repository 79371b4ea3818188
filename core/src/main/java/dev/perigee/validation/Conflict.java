package dev.perigee.validation;

import java.util.function.BiFunction;

/**
 * Two fields that cannot be merged.
 *
 * @param set where they meet
 * @param first the one that stands before the other in the document
 */
record Conflict(MergedSet set, TypedField first, TypedField second, String reason) {
    /** Of two fields in any order. */
    static Conflict of(
            MergedSet set, TypedField one, TypedField other, BiFunction<TypedField, TypedField, String> reason) {
        boolean ordered =
                one.node().location().start() <= other.node().location().start();
        TypedField first = ordered ? one : other;
        TypedField second = ordered ? other : one;
        return new Conflict(set, first, second, reason.apply(first, second));
    }
}
