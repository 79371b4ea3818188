package dev.perigee.plan;

import dev.perigee.language.Argument;
import dev.perigee.language.ListValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import java.util.List;

/** Looks for variables in values. */
final class Variables {
    private Variables() {}

    static boolean isAnyIn(List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (isIn(argument.value())) return true;
        }
        return false;
    }

    private static boolean isIn(Value value) {
        return switch (value) {
            case Variable variable -> true;
            case ListValue list -> {
                for (Value item : list.values()) {
                    if (isIn(item)) yield true;
                }
                yield false;
            }
            case ObjectValue object -> {
                for (ObjectField field : object.fields()) {
                    if (isIn(field.value())) yield true;
                }
                yield false;
            }
            default -> false;
        };
    }
}
