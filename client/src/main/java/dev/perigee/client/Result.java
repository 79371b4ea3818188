package dev.perigee.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation has come to: data, errors, or some of each. Immutable if the data is.
 *
 * @param data null if an error left nothing of it
 * @param errors of execution, in the server's order; none if all went well
 * @param extensions what the server says besides
 */
public record Result<T>(@Nullable T data, List<GraphqlError> errors, Map<String, @Nullable Object> extensions) {
    public Result {
        errors = List.copyOf(errors);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** Whether there is data as well as errors. */
    public boolean isPartial() {
        return data != null && !errors.isEmpty();
    }

    /** @throws ExecutionErrorsException if there are errors */
    public T orThrow() {
        if (data == null || !errors.isEmpty()) throw new ExecutionErrorsException(this);
        return data;
    }
}
