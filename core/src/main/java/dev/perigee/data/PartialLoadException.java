package dev.perigee.data;

import java.util.Map;

/**
 * Thrown by a {@link Loader} when some keys failed and others did not: an error for each place that uses a failed key,
 * the loaded value for all others.
 */
public final class PartialLoadException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Map<?, ?> loaded;
    private final transient Map<?, ? extends Throwable> failed;

    /** Keeps both maps; a key that is in neither reads as null. */
    public PartialLoadException(Map<?, ?> loaded, Map<?, ? extends Throwable> failed) {
        super(failed.size() + " of " + (failed.size() + loaded.size()) + " keys could not be loaded");
        this.loaded = loaded;
        this.failed = failed;
    }

    public Map<?, ?> loaded() {
        return loaded;
    }

    public Map<?, ? extends Throwable> failed() {
        return failed;
    }
}
