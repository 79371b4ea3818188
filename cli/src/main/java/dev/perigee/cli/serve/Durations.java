package dev.perigee.cli.serve;

import dev.perigee.settings.Quantity;
import java.time.Duration;

/** Times on the command line, as in settings. */
public final class Durations {
    private Durations() {}

    /** @throws IllegalArgumentException if it is none */
    public static Duration parse(String text) {
        Duration duration = Quantity.duration(text);
        if (duration == null) throw new IllegalArgumentException("time: " + text + " (such as 500ms, 30s, 2m or 1h)");
        return duration;
    }
}
