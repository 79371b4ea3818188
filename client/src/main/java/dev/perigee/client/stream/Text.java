package dev.perigee.client.stream;

import java.time.Duration;

/** What others wrote, as it may stand in a message. */
final class Text {
    private Text() {}

    /** On one line, of characters that move no cursor, and not more than so many of them. */
    static String shown(String text, int max) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= max ? line : line.substring(0, max) + "...";
    }

    static String shown(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
