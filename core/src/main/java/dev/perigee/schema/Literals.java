package dev.perigee.schema;

import dev.perigee.language.BooleanValue;
import dev.perigee.language.EnumValue;
import dev.perigee.language.FloatValue;
import dev.perigee.language.IntValue;
import dev.perigee.language.ListValue;
import dev.perigee.language.NullValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Literals as plain Java values. */
final class Literals {
    private Literals() {}

    /**
     * What JSON would have for a literal: String (an enum value's name too), Boolean, Integer, Long, BigInteger,
     * BigDecimal, List, Map, null. A variable stands for its value; an absent one is null in a list, and leaves out its
     * field in an object.
     */
    static @Nullable Object plain(Value literal, Map<String, ? extends @Nullable Object> variables) {
        return switch (literal) {
            case NullValue none -> null;
            case StringValue text -> text.value();
            case EnumValue name -> name.value();
            case BooleanValue truth -> truth.value();
            case IntValue number -> Numbers.integer(number.value());
            case FloatValue number -> Numbers.decimal(number.value());
            case Variable variable -> variables.get(variable.name());
            case ListValue list -> plainList(list, variables);
            case ObjectValue object -> plainObject(object, variables);
        };
    }

    private static List<@Nullable Object> plainList(ListValue list, Map<String, ? extends @Nullable Object> variables) {
        List<@Nullable Object> plain = new ArrayList<>(list.values().size());
        for (Value value : list.values()) plain.add(plain(value, variables));
        return Collections.unmodifiableList(plain);
    }

    private static Map<String, @Nullable Object> plainObject(
            ObjectValue object, Map<String, ? extends @Nullable Object> variables) {
        Map<String, @Nullable Object> plain =
                LinkedHashMap.newLinkedHashMap(object.fields().size());
        for (ObjectField field : object.fields()) {
            boolean absent = field.value() instanceof Variable variable && !variables.containsKey(variable.name());
            if (!absent) plain.put(field.name(), plain(field.value(), variables));
        }
        return Collections.unmodifiableMap(plain);
    }

    /** Whether a variable stands somewhere in a literal. */
    static boolean hasVariable(Value literal) {
        return switch (literal) {
            case Variable variable -> true;
            case ListValue list -> list.values().stream().anyMatch(Literals::hasVariable);
            case ObjectValue object -> object.fields().stream().anyMatch(field -> hasVariable(field.value()));
            default -> false;
        };
    }

    static String print(Value literal) {
        return Shown.literal(literal);
    }
}
