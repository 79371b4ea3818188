package dev.perigee.settings;

import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them: with a unit. */
public final class Quantity {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,9}) ?([a-zA-Z]*)");

    private Quantity() {}

    /** Null if it is no number, or beyond all bounds. */
    static @Nullable Long integer(String text) {
        return text.matches("-?[0-9]{1,18}") ? new BigInteger(text).longValueExact() : null;
    }

    /** Null if it is no number of bytes. */
    static @Nullable Long bytes(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) return null;
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "" -> number;
            case "KiB" -> number << 10;
            case "MiB" -> number << 20;
            case "GiB" -> number << 30;
            default -> null;
        };
    }

    /** Null if it is no time. */
    public static @Nullable Duration duration(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) return null;
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> null;
        };
    }
}
