package dev.perigee.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error whose message is meant for the client, with a code that programs can test. Any other exception reaches the
 * client as an internal error with an id, and the log in full.
 */
public class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<String, Object> extensions;

    /** @param code what {@code extensions.code} says, such as {@code NOT_FOUND} */
    public ClientException(String code, String message) {
        this(code, message, Map.of());
    }

    /** @param extensions further entries of the error's {@code extensions}, in their order; values that JSON can hold */
    public ClientException(String code, String message, Map<String, Object> extensions) {
        super(message);
        this.code = code;
        this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** @param cause what a {@link Throwable} of another kind said; for logs, a client never sees it */
    public ClientException(String code, String message, Throwable cause) {
        this(code, message, Map.of());
        initCause(cause);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
