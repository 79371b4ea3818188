package dev.perigee.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input value coerced to its type, or why it could not be.
 *
 * @param value of no meaning if there are problems
 * @param problems all of them; empty if the value is good
 */
public record InputResult<T extends @Nullable Object>(T value, List<InputProblem> problems) {
    public InputResult {
        problems = List.copyOf(problems);
    }

    public boolean isValid() {
        return problems.isEmpty();
    }

    static <T extends @Nullable Object> InputResult<T> of(T value, InputProblems problems) {
        return new InputResult<>(value, problems.list());
    }

    static List<InputProblem> join(List<InputProblem> some, List<InputProblem> more) {
        if (more.isEmpty()) return some;
        List<InputProblem> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
