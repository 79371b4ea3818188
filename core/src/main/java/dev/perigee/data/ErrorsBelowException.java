package dev.perigee.data;

import java.util.List;

/**
 * Why a field has no value: errors further below, where null is not allowed, as a source knows them that has executed the
 * selection by itself. Each stands in the response at its own path.
 */
public final class ErrorsBelowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Below> errors;

    /** @param errors none if the error of another field, which the source has told of, is why there is no value */
    public ErrorsBelowException(List<Below> errors) {
        super(errors.size() + " errors below");
        this.errors = List.copyOf(errors);
    }

    public List<Below> errors() {
        return errors;
    }

    /** @param path from the field that has no value: response names and indices of lists */
    public record Below(List<Object> path, ClientException cause) {
        public Below {
            path = List.copyOf(path);
        }
    }
}
