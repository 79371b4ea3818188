package dev.perigee.client;

import org.jspecify.annotations.Nullable;

/** What a server has sent can't be read. Becomes a {@link TransportException} where it is known who has sent it. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param reason the end of a sentence, without its full stop */
    UnreadableException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Something at a path is not of the kind that is expected there. */
    static UnreadableException wrong(String path, String expected, @Nullable Object found) {
        return new UnreadableException("%s must be %s, not %s".formatted(path, expected, Shown.value(found)));
    }

    String reason() {
        return reason;
    }
}
