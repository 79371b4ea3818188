package dev.perigee.schema;

import dev.perigee.language.BooleanValue;
import dev.perigee.language.EnumValue;
import dev.perigee.language.FloatValue;
import dev.perigee.language.IntValue;
import dev.perigee.language.ListValue;
import dev.perigee.language.NullValue;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How messages show a value that a client sent: short, and nothing of what is nested in it. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** A value as JSON has it. */
    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> quoted(text);
            case Boolean truth -> truth.toString();
            case Number number -> cut(number.toString());
            case Enum<?> constant -> constant.name();
            case List<?> list -> "a list";
            case Map<?, ?> map -> "an object";
            default -> "a value of class " + value.getClass().getSimpleName();
        };
    }

    static String literal(Value literal) {
        return switch (literal) {
            case NullValue none -> "null";
            case StringValue text -> quoted(text.value());
            case BooleanValue truth -> String.valueOf(truth.value());
            case IntValue number -> cut(number.value());
            case FloatValue number -> cut(number.value());
            case EnumValue name -> cut(name.value());
            case Variable variable -> "$" + variable.name();
            case ListValue list -> "a list";
            case ObjectValue object -> "an object";
        };
    }

    /** A name that a client sent, without quotes. */
    static String name(String name) {
        return cut(name);
    }

    private static String quoted(String text) {
        return '"' + cut(text).replace("\n", "\\n").replace("\r", "\\r") + '"';
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) return text;
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
