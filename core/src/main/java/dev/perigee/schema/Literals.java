package dev.perigee.schema;

import dev.perigee.language.BooleanValue;
import dev.perigee.language.EnumValue;
import dev.perigee.language.FloatValue;
import dev.perigee.language.IntValue;
import dev.perigee.language.ListValue;
import dev.perigee.language.Location;
import dev.perigee.language.NullValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Printer;
import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /**
     * The literal for a value as Java code has it: null, a String, Boolean, Number, enum constant, List or Map, or a
     * literal already.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Value of(@Nullable Object value) {
        return switch (value) {
            case null -> new NullValue(Location.NONE);
            case Value literal -> literal;
            case String text -> new StringValue(text, false, Location.NONE);
            case Boolean truth -> new BooleanValue(truth, Location.NONE);
            case Enum<?> constant -> new EnumValue(constant.name(), Location.NONE);
            case Number number -> ofNumber(number);
            case List<?> list -> new ListValue(list.stream().map(Literals::of).toList(), Location.NONE);
            case Map<?, ?> map -> ofMap(map);
            default -> throw new IllegalArgumentException("No literal stands for " + Shown.value(value) + ".");
        };
    }

    private static Value ofNumber(Number number) {
        boolean exact = !(number instanceof Double || number instanceof Float);
        if (!exact && !Numbers.isFinite(number)) {
            throw new IllegalArgumentException("No literal stands for " + number + ".");
        }
        String text = number.toString();
        boolean integer = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        return integer ? new IntValue(text, Location.NONE) : new FloatValue(text, Location.NONE);
    }

    private static Value ofMap(Map<?, ?> map) {
        List<ObjectField> fields = new ArrayList<>(map.size());
        map.forEach((name, value) -> fields.add(new ObjectField(String.valueOf(name), of(value), Location.NONE)));
        return new ObjectValue(fields, Location.NONE);
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

    /** A literal on one line. */
    static String print(Value literal) {
        return switch (literal) {
            case ListValue list ->
                list.values().stream().map(Literals::print).collect(Collectors.joining(", ", "[", "]"));
            case ObjectValue object -> printObject(object);
            case StringValue text -> Printer.print(new StringValue(text.value(), false, Location.NONE));
            default -> Printer.print(literal);
        };
    }

    private static String printObject(ObjectValue object) {
        if (object.fields().isEmpty()) return "{}";
        return object.fields().stream()
                .map(field -> field.name() + ": " + print(field.value()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
