package dev.perigee.schema;

import java.util.Collection;

/**
 * Suggestions for the first problems of many. Comparing names is work that grows with problems times names, so later
 * problems go without. For one thread.
 */
public final class SuggestionBudget {
    private int left;

    /** For at most this many names. */
    public SuggestionBudget(int most) {
        this.left = most;
    }

    /** As {@link Suggestions#didYouMean}, or nothing once the budget is used up. */
    public String didYouMean(String name, Collection<String> options) {
        return left-- > 0 ? Suggestions.didYouMean(name, options) : "";
    }
}
