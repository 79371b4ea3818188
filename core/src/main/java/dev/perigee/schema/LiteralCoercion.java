package dev.perigee.schema;

import dev.perigee.language.EnumValue;
import dev.perigee.language.ListValue;
import dev.perigee.language.NullValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Coerces a literal, and the coerced variables in it. The outcome means nothing if there are problems. */
final class LiteralCoercion {
    private final InputProblems problems;
    private final Map<String, ? extends @Nullable Object> variables;
    private final boolean withDefaults;

    LiteralCoercion(InputProblems problems, Map<String, ? extends @Nullable Object> variables) {
        this(problems, variables, true);
    }

    private LiteralCoercion(
            InputProblems problems, Map<String, ? extends @Nullable Object> variables, boolean withDefaults) {
        this.problems = problems;
        this.variables = variables;
        this.withDefaults = withDefaults;
    }

    /** To find problems only: in a schema that is not known to be valid, default values may go round in circles. */
    static LiteralCoercion toCheck(InputProblems problems) {
        return new LiteralCoercion(problems, Map.of(), false);
    }

    @Nullable Object coerce(Value literal, Type type) {
        if (literal instanceof Variable variable) return coerceVariable(variable, type);
        if (type instanceof NonNull nonNull) {
            if (!(literal instanceof NullValue)) return coerceGiven(literal, nonNull.type());
            problems.add(InputMessages.notNull(type), literal.location());
            return null;
        }
        return literal instanceof NullValue ? null : coerceGiven(literal, type);
    }

    /** Whether a literal is a variable that has no value: then what it is for is absent too. */
    boolean isAbsent(Value literal) {
        return literal instanceof Variable variable && !variables.containsKey(variable.name());
    }

    /** Validation has made sure that a variable's type fits its place, but for null. */
    private @Nullable Object coerceVariable(Variable variable, Type type) {
        Object value = variables.get(variable.name());
        if (value == null && type.isNonNull()) problems.add(InputMessages.notNull(type), variable.location());
        return value;
    }

    private @Nullable Object coerceGiven(Value literal, Type type) {
        return switch (type) {
            case ScalarType scalar -> coerceScalar(literal, scalar);
            case EnumType enumType -> coerceEnum(literal, enumType);
            case InputObjectType object -> coerceObject(literal, object);
            case ListOf list -> coerceList(literal, list);
            case NonNull nonNull -> throw new IllegalArgumentException(type + " in non-null");
            case CompositeType composite -> {
                if (withDefaults) throw new IllegalArgumentException(type + " is not an input type.");
                yield null; // InputOutputTypes says so
            }
        };
    }

    private @Nullable Object coerceScalar(Value literal, ScalarType scalar) {
        try {
            if (!Literals.hasVariable(literal)) return scalar.coercion().coerceLiteral(literal);
            Object plain = Literals.plain(literal, variables);
            return plain == null ? null : scalar.coercion().coerceInput(plain);
        } catch (CoercionException exception) {
            problems.add(exception.getMessage(), literal.location());
            return null;
        }
    }

    private @Nullable Object coerceEnum(Value literal, EnumType type) {
        if (!(literal instanceof EnumValue name)) {
            problems.add(InputMessages.notEnum(type, Shown.literal(literal)), literal.location());
            return null;
        }
        EnumMember member = type.value(name.value());
        if (member != null) return member.value();
        problems.add(InputMessages.unknownEnumValue(type, name.value(), problems), literal.location());
        return null;
    }

    private List<@Nullable Object> coerceList(Value literal, ListOf type) {
        if (!(literal instanceof ListValue list)) {
            return Collections.singletonList(coerce(literal, type.type()));
        }
        List<@Nullable Object> coerced = new ArrayList<>(list.values().size());
        for (int i = 0; i < list.values().size(); i++) {
            Value item = list.values().get(i);
            if (problems.enter(i, item.location())) coerced.add(coerce(item, type.type()));
            problems.leave();
        }
        return Collections.unmodifiableList(coerced);
    }

    private @Nullable Object coerceObject(Value literal, InputObjectType type) {
        if (!(literal instanceof ObjectValue object)) {
            problems.add(InputMessages.notObject(type, Shown.literal(literal)), literal.location());
            return null;
        }
        Map<String, ObjectField> given = fieldsByName(object, type);
        Map<String, @Nullable Object> coerced =
                withDefaults ? coerceFields(object, type, given) : checkFields(object, type, given);
        if (type.isOneOf()) checkOneOf(object, coerced, type);
        return Collections.unmodifiableMap(coerced);
    }

    private Map<String, @Nullable Object> coerceFields(
            ObjectValue object, InputObjectType type, Map<String, ObjectField> given) {
        Map<String, @Nullable Object> coerced =
                LinkedHashMap.newLinkedHashMap(type.fields().size());
        for (InputValue field : type.fields()) {
            ObjectField node = given.get(field.name());
            if (node != null && !isAbsent(node.value())) coerceField(node, field, coerced);
            else if (field.defaultValue() != null) coerced.put(field.name(), field.coercedDefault());
            else if (field.isRequired()) problems.add(InputMessages.required(field), object.location());
        }
        return coerced;
    }

    /** Looks at what is given and what must be, and at nothing else: many small literals may be of a type with many fields. */
    private Map<String, @Nullable Object> checkFields(
            ObjectValue object, InputObjectType type, Map<String, ObjectField> given) {
        Map<String, @Nullable Object> coerced = LinkedHashMap.newLinkedHashMap(given.size());
        for (ObjectField node : object.fields()) {
            InputValue field = type.field(node.name());
            if (field != null && given.get(node.name()) == node) coerceField(node, field, coerced);
        }
        for (InputValue field : type.requiredFields()) {
            if (problems.isFull()) break;
            if (!given.containsKey(field.name())) problems.add(InputMessages.required(field), object.location());
        }
        return coerced;
    }

    private void coerceField(ObjectField node, InputValue field, Map<String, @Nullable Object> coerced) {
        if (problems.enter(field.name(), node.location())) {
            coerced.put(field.name(), coerce(node.value(), field.type()));
        }
        problems.leave();
    }

    private Map<String, ObjectField> fieldsByName(ObjectValue object, InputObjectType type) {
        Map<String, ObjectField> given = HashMap.newHashMap(object.fields().size());
        for (ObjectField field : object.fields()) {
            if (type.field(field.name()) == null) {
                problems.add(InputMessages.unknownField(type, field.name(), problems), field.location());
            } else if (given.putIfAbsent(field.name(), field) != null) {
                problems.add(InputMessages.repeatedField(type, field.name()), field.location());
            }
        }
        return given;
    }

    private void checkOneOf(ObjectValue object, Map<String, @Nullable Object> coerced, InputObjectType type) {
        boolean one = object.fields().size() == 1 && coerced.size() == 1;
        if (!one) {
            problems.add(InputMessages.notOneField(type), object.location());
            return;
        }
        Value value = object.fields().getFirst().value();
        boolean nothing = value instanceof NullValue
                || (value instanceof Variable variable && variables.get(variable.name()) == null);
        if (nothing) problems.add(InputMessages.nullOneOf(type), object.location());
    }
}
