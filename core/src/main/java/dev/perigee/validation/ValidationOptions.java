package dev.perigee.validation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a document is validated. Immutable; safe to share between threads.
 *
 * @param rules those that are checked
 * @param maxProblems after how many problems to give up, with one more that says so; at least 1
 * @param maxMergeSteps how much work may be spent on finding out whether fields can be merged, in fields looked at,
 *     beyond ten for each field of the document; at least 0. Only documents that are made for it need more than one or
 *     two for each of their fields.
 */
public record ValidationOptions(Set<ValidationRule> rules, int maxProblems, int maxMergeSteps) {
    /** All rules, 100 problems, 1,000,000 steps. */
    public static final ValidationOptions DEFAULT =
            new ValidationOptions(EnumSet.allOf(ValidationRule.class), 100, 1_000_000);

    /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
    public ValidationOptions {
        if (maxProblems < 1) throw new IllegalArgumentException("maxProblems: " + maxProblems + " (at least 1)");
        if (maxMergeSteps < 0) throw new IllegalArgumentException("maxMergeSteps: " + maxMergeSteps + " (at least 0)");
        EnumSet<ValidationRule> copy = EnumSet.noneOf(ValidationRule.class);
        copy.addAll(rules);
        rules = Collections.unmodifiableSet(copy);
    }

    public ValidationOptions withMaxProblems(int maxProblems) {
        return new ValidationOptions(rules, maxProblems, maxMergeSteps);
    }

    public ValidationOptions withMaxMergeSteps(int maxMergeSteps) {
        return new ValidationOptions(rules, maxProblems, maxMergeSteps);
    }

    /** These rules alone. */
    public ValidationOptions only(ValidationRule... rules) {
        return new ValidationOptions(Set.of(rules), maxProblems, maxMergeSteps);
    }

    /** All rules of these options but some. */
    public ValidationOptions without(ValidationRule... rules) {
        EnumSet<ValidationRule> rest = EnumSet.noneOf(ValidationRule.class);
        rest.addAll(this.rules);
        List.of(rules).forEach(rest::remove);
        return new ValidationOptions(rest, maxProblems, maxMergeSteps);
    }
}
