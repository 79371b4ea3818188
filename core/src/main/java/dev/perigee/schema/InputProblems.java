package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with one input value, and knows where in the value its coercion is. */
final class InputProblems {
    /** A list of a million wrong values is not worth a million problems. */
    static final int MOST = 100;

    /** Deeper values would need more stack than a thread may have. */
    static final int DEEPEST = 500;

    private final Supplier<String> subject;
    private final String root;
    private final SuggestionBudget suggestions;
    private final List<Object> segments = new ArrayList<>(); // the name of a field, or the index of an item
    private final List<InputProblem> problems = new ArrayList<>();
    private boolean full;

    /**
     * Of one value.
     *
     * @param subject makes what messages start with, such as {@code Variable "$post"}, if there are any
     * @param root what paths start with, such as {@code $post}
     */
    InputProblems(Supplier<String> subject, String root) {
        this(subject, root, new SuggestionBudget(10));
    }

    InputProblems(Supplier<String> subject, String root, SuggestionBudget suggestions) {
        this.subject = subject;
        this.root = root;
        this.suggestions = suggestions;
    }

    String didYouMean(String name, Collection<String> options) {
        return suggestions.didYouMean(name, options);
    }

    /** Steps into a field or an item; false, with a problem, if that is too deep. Must be left with {@link #leave}. */
    boolean enter(Object segment, Location location) {
        segments.add(segment);
        if (segments.size() <= DEEPEST) return true;
        if (!full) problems.add(problem("it is nested more than " + DEEPEST + " levels deep.", root, location));
        full = true;
        return false;
    }

    void leave() {
        segments.removeLast();
    }

    void add(String reason, Location location) {
        if (full) return;
        if (problems.size() < MOST) {
            problems.add(problem(reason, path(), location));
            return;
        }
        problems.add(new InputProblem(subject.get() + " has more problems than are listed.", root, location));
        full = true;
    }

    /** Whether no more problems are taken, so that there is no use in looking for them. */
    boolean isFull() {
        return full;
    }

    List<InputProblem> list() {
        return List.copyOf(problems);
    }

    private InputProblem problem(String reason, String path, Location location) {
        String place = path.equals(root) ? "" : " at \"" + path + "\"";
        return new InputProblem(subject.get() + " is wrong" + place + ": " + reason, path, location);
    }

    private String path() {
        StringBuilder path = new StringBuilder(root);
        for (Object segment : segments) {
            if (segment instanceof Integer) path.append('[').append(segment).append(']');
            else path.append('.').append(segment);
        }
        return path.toString();
    }
}
