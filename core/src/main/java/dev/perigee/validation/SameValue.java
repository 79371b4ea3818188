package dev.perigee.validation;

import dev.perigee.language.Argument;
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
import java.util.Comparator;
import java.util.List;

/** Compares values as they are written, where they stand aside. The order of arguments and input fields is not heeded. */
final class SameValue {
    private static final Comparator<Argument> BY_ARGUMENT_NAME = Comparator.comparing(Argument::name);
    private static final Comparator<ObjectField> BY_FIELD_NAME = Comparator.comparing(ObjectField::name);

    private SameValue() {}

    static boolean arguments(List<Argument> first, List<Argument> second) {
        if (first.size() != second.size()) return false;
        if (first.isEmpty()) return true;
        return haveSameNames(first, second)
                ? argumentsInOrder(first, second)
                : argumentsInOrder(sorted(first, BY_ARGUMENT_NAME), sorted(second, BY_ARGUMENT_NAME));
    }

    private static boolean haveSameNames(List<Argument> first, List<Argument> second) {
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).name().equals(second.get(i).name())) return false;
        }
        return true;
    }

    private static boolean argumentsInOrder(List<Argument> first, List<Argument> second) {
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).name().equals(second.get(i).name())) return false;
            if (!values(first.get(i).value(), second.get(i).value())) return false;
        }
        return true;
    }

    static boolean values(Value first, Value second) {
        return switch (first) {
            case Variable one -> second instanceof Variable other && one.name().equals(other.name());
            case IntValue one -> second instanceof IntValue other && one.value().equals(other.value());
            case FloatValue one ->
                second instanceof FloatValue other && one.value().equals(other.value());
            case BooleanValue one -> second instanceof BooleanValue other && one.value() == other.value();
            case NullValue one -> second instanceof NullValue;
            case EnumValue one ->
                second instanceof EnumValue other && one.value().equals(other.value());
            case StringValue one ->
                second instanceof StringValue other && one.value().equals(other.value());
            case ListValue one -> second instanceof ListValue other && lists(one.values(), other.values());
            case ObjectValue one -> second instanceof ObjectValue other && objects(one.fields(), other.fields());
        };
    }

    private static boolean lists(List<Value> first, List<Value> second) {
        if (first.size() != second.size()) return false;
        for (int i = 0; i < first.size(); i++) {
            if (!values(first.get(i), second.get(i))) return false;
        }
        return true;
    }

    private static boolean objects(List<ObjectField> first, List<ObjectField> second) {
        if (first.size() != second.size()) return false;
        List<ObjectField> firstSorted = sorted(first, BY_FIELD_NAME);
        List<ObjectField> secondSorted = sorted(second, BY_FIELD_NAME);
        for (int i = 0; i < firstSorted.size(); i++) {
            if (!firstSorted.get(i).name().equals(secondSorted.get(i).name())) return false;
            if (!values(firstSorted.get(i).value(), secondSorted.get(i).value())) return false;
        }
        return true;
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        return items.size() < 2 ? items : items.stream().sorted(order).toList();
    }
}
