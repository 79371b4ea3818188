package dev.perigee.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input value coerced to its type, or why it could not be.
 *
 * @param value null if it is null, or if there are problems
 * @param problems all of them; empty if the value is good
 */
public record InputResult<T extends @Nullable Object>(T value, List<InputProblem> problems) {
    public boolean isValid() {
        return problems.isEmpty();
    }
}
