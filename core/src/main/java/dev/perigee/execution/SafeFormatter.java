package dev.perigee.execution;

import org.jspecify.annotations.Nullable;

/** A user's formatter that does no harm if it fails: its own failure is then masked and logged, as any other is. */
record SafeFormatter(ErrorFormatter formatter) implements ErrorFormatter {
    @Override
    public ResponseError format(ResponseError occurred, @Nullable Throwable cause) {
        try {
            @Nullable ResponseError formatted = formatter.format(occurred, cause);
            if (formatted != null) return formatted;
            throw new IllegalStateException("The error formatter returned null");
        } catch (RuntimeException | Error e) {
            if (cause != null) e.addSuppressed(cause);
            return Errors.masked(Errors.log("the error formatter", e), occurred.locations(), occurred.path());
        }
    }
}
