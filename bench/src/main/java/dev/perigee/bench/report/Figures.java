package dev.perigee.bench.report;

import java.util.Locale;

/** Numbers for readers: three digits, and a unit that suits. */
final class Figures {
    private Figures() {}

    static String time(Measurement measured) {
        String time = micros(measured.micros());
        double percent = measured.errorMicros() / measured.micros() * 100;
        return Double.isNaN(percent) ? time : time + " ± %.0f %%".formatted(percent);
    }

    static String micros(double micros) {
        return micros < 1 ? digits(micros * 1_000) + " ns" : scaled(micros, "µs", "ms", "s");
    }

    static String bytes(double bytes) {
        return scaled(bytes, "B", "KB", "MB");
    }

    static String times(double times) {
        return digits(times) + " ×";
    }

    static String digits(double value) {
        int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String scaled(double value, String unit, String thousands, String millions) {
        if (value < 1_000) return digits(value) + " " + unit;
        return value < 1_000_000 ? digits(value / 1_000) + " " + thousands : digits(value / 1_000_000) + " " + millions;
    }
}
