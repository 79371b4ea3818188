package dev.perigee.plan;

import dev.perigee.language.Argument;
import dev.perigee.language.ListValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an argument of a document gives an input: the argument itself, or a field somewhere within its value. A variable
 * without a value gives nothing. Immutable.
 *
 * @param node the argument in the document
 * @param argument its definition
 */
record GivenInput(Argument node, InputValue argument, InputValue input) {
    /** Whether it is the same in all requests. */
    boolean isConstant() {
        return !Variables.isAnyIn(List.of(node));
    }

    /** @param variables the coerced ones */
    boolean isGiven(Map<String, ? extends @Nullable Object> variables) {
        return isGivenBy(argument, node.value(), variables);
    }

    private boolean isGivenBy(InputValue at, Value value, Map<String, ? extends @Nullable Object> variables) {
        if (value instanceof Variable variable && !variables.containsKey(variable.name())) return false;
        return at == input || isIn(at, value, variables);
    }

    private boolean isIn(InputValue at, Value value, Map<String, ? extends @Nullable Object> variables) {
        if (!(at.type().named() instanceof InputObjectType type)) return false;
        return switch (value) {
            case Variable variable -> isIn(type, variables.get(variable.name()));
            case ListValue list -> list.values().stream().anyMatch(item -> isIn(at, item, variables));
            case ObjectValue object -> object.fields().stream().anyMatch(field -> isGivenBy(type, field, variables));
            default -> false;
        };
    }

    private boolean isGivenBy(
            InputObjectType type, ObjectField field, Map<String, ? extends @Nullable Object> variables) {
        InputValue definition = type.field(field.name());
        return definition != null && isGivenBy(definition, field.value(), variables);
    }

    /** In a value of a variable, which is an object, a list of them, or null. */
    private boolean isIn(InputObjectType type, @Nullable Object value) {
        return switch (value) {
            case Collection<?> items -> items.stream().anyMatch(item -> isIn(type, item));
            case Map<?, ?> object -> object.entrySet().stream().anyMatch(entry -> isIn(type, entry));
            case null, default -> false;
        };
    }

    private boolean isIn(InputObjectType type, Map.Entry<?, ?> entry) {
        InputValue field = type.field(String.valueOf(entry.getKey()));
        if (field == null) return false;
        return field == input || field.type().named() instanceof InputObjectType below && isIn(below, entry.getValue());
    }

    @Override
    public String toString() {
        return input.coordinate() + " is given";
    }
}
