package dev.perigee.sql.hydration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as text in one form, to compare: numbers without a needless digit, to ten digits where databases divide. */
final class JsonText {
    private static final MathContext DIGITS = new MathContext(10);

    private JsonText() {}

    static String of(Object json) {
        return write(json, false);
    }

    private static String write(Object json, boolean isFigure) {
        return switch (json) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + ": " + write(entry.getValue(), isFigure || isFigure(entry.getKey())))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                list.stream().map(item -> write(item, isFigure)).collect(Collectors.joining(", ", "[", "]"));
            case Number number -> number(number.toString());
            case String text -> isFigure ? number(text) : '"' + text + '"';
            case null, default -> String.valueOf(json);
        };
    }

    private static boolean isFigure(Object name) {
        return name.equals("sum") || name.equals("average");
    }

    private static String number(String text) {
        BigDecimal number = new BigDecimal(text).round(DIGITS).stripTrailingZeros();
        return (number.signum() == 0 ? BigDecimal.ZERO : number).toPlainString();
    }
}
