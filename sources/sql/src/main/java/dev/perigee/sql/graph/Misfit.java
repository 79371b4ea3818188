package dev.perigee.sql.graph;

import dev.perigee.language.Printer;
import dev.perigee.language.Value;
import dev.perigee.schema.CoercionException;
import java.util.List;
import java.util.Map;

/** Says that a value is none of a scalar's, showing as much of it as a message bears. */
final class Misfit {
    private static final int LONGEST = 60;

    private Misfit() {}

    /** @param why what follows "it is", such as {@code not a date, such as "2026-02-28"} */
    static CoercionException of(GraphScalar scalar, Object value, String why) {
        return new CoercionException(scalar.typeName() + " cannot represent " + shown(value) + ": it is " + why + ".");
    }

    private static String shown(Object value) {
        return switch (value) {
            case String text -> '"' + cut(text).replace("\n", "\\n").replace("\r", "\\r") + '"';
            case Boolean truth -> truth.toString();
            case Number number -> cut(number.toString());
            case Value literal -> cut(Printer.printCompact(literal));
            case List<?> list -> "a list";
            case Map<?, ?> map -> "an object";
            default -> "a value of class " + value.getClass().getSimpleName();
        };
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) return text;
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
