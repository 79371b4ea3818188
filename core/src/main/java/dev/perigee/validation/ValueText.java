package dev.perigee.validation;

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

/** How messages show a value of a document: as it is written, but not more of it than a line can take. */
final class ValueText {
    private static final int LONGEST = 80;

    private final StringBuilder text = new StringBuilder();

    private ValueText() {}

    static String of(Value value) {
        ValueText shown = new ValueText();
        shown.add(value);
        return shown.cut();
    }

    private boolean isFull() {
        return text.length() > LONGEST;
    }

    private void add(Value value) {
        switch (value) {
            case Variable variable -> text.append('$').append(variable.name());
            case IntValue number -> text.append(number.value());
            case FloatValue number -> text.append(number.value());
            case BooleanValue truth -> text.append(truth.value());
            case NullValue none -> text.append("null");
            case EnumValue name -> text.append(name.value());
            case StringValue string -> addString(string.value());
            case ListValue list -> addList(list);
            case ObjectValue object -> addObject(object);
        }
    }

    private void addString(String string) {
        text.append('"');
        for (int i = 0; i < string.length() && !isFull(); i++) {
            switch (string.charAt(i)) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(string.charAt(i));
            }
        }
        text.append('"');
    }

    private void addList(ListValue list) {
        text.append('[');
        for (int i = 0; i < list.values().size() && !isFull(); i++) {
            if (i > 0) text.append(", ");
            add(list.values().get(i));
        }
        text.append(']');
    }

    private void addObject(ObjectValue object) {
        text.append('{');
        for (int i = 0; i < object.fields().size() && !isFull(); i++) {
            if (i > 0) text.append(", ");
            text.append(object.fields().get(i).name()).append(": ");
            add(object.fields().get(i).value());
        }
        text.append('}');
    }

    private String cut() {
        if (!isFull()) return text.toString();
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
