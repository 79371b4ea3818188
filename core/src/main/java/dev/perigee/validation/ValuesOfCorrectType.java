package dev.perigee.validation;

import dev.perigee.language.EnumValue;
import dev.perigee.language.ListValue;
import dev.perigee.language.NullValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import dev.perigee.schema.CoercionException;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Suggestions;
import dev.perigee.schema.Type;
import java.util.List;

/**
 * Every literal is one that its type takes: of its scalar, a value of its enum, an input object with the fields of its
 * type, all that are required, and exactly one if it is a OneOf Input Object. Variables in it are left to
 * {@link VariablesInAllowedPosition}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type">Values of Correct Type</a>
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Names">Input Object Field Names</a>
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Object-Required-Fields">Input Object Required
 *     Fields</a>
 */
final class ValuesOfCorrectType implements Rule.OnValue {
    @Override
    public void enterValue(Value value, Scope scope, Problems problems) {
        Type type = scope.inputType();
        if (type == null) return; // not known, or a custom scalar took the whole value
        switch (value) {
            case Variable variable -> {}
            case NullValue none -> {
                if (type.isNonNull()) notExpected(value, type, problems);
            }
            case ListValue list when type.nullable() instanceof ListOf -> {} // its items come on their own
            default -> checkSingle(value, type, problems);
        }
    }

    /** A value that stands for itself, or where a list is expected, for a list of it alone. */
    private static void checkSingle(Value value, Type type, Problems problems) {
        switch (type.named()) {
            case ScalarType scalar -> checkScalar(value, scalar, problems);
            case EnumType enumType -> checkEnum(value, enumType, problems);
            case InputObjectType input -> {
                if (value instanceof ObjectValue object) checkObject(object, input, problems);
                else notExpected(value, type, problems);
            }
            case CompositeType composite -> {} // not an input type: VariablesAreInputTypes says so
        }
    }

    private static void notExpected(Value value, Type type, Problems problems) {
        problems.add(
                ProblemCode.VALUE_INVALID,
                "Expected value of type \"%s\", found %s.".formatted(type, ValueText.of(value)),
                value.location());
    }

    /** A literal with variables in it can only be told when they have values; none of the built-in scalars has such. */
    private static void checkScalar(Value value, ScalarType scalar, Problems problems) {
        if (hasVariable(value) && !scalar.isBuiltIn()) return;
        try {
            scalar.coercion().coerceLiteral(value);
        } catch (CoercionException exception) {
            problems.add(ProblemCode.VALUE_INVALID, String.valueOf(exception.getMessage()), value.location());
        }
    }

    private static boolean hasVariable(Value value) {
        return switch (value) {
            case Variable variable -> true;
            case ListValue list -> list.values().stream().anyMatch(ValuesOfCorrectType::hasVariable);
            case ObjectValue object -> object.fields().stream().anyMatch(field -> hasVariable(field.value()));
            default -> false;
        };
    }

    private static void checkEnum(Value value, EnumType type, Problems problems) {
        if (value instanceof EnumValue name) {
            if (type.value(name.value()) != null) return;
            problems.add(
                    ProblemCode.VALUE_INVALID,
                    "Value \"%s\" does not exist in \"%s\" enum.%s"
                            .formatted(name.value(), type, Suggestions.didYouMean(name.value(), type.valueNames())),
                    value.location());
        } else {
            problems.add(
                    ProblemCode.VALUE_INVALID,
                    "Enum \"%s\" cannot represent non-enum value: %s.%s"
                            .formatted(type, ValueText.of(value), enumValueMeant(value, type)),
                    value.location());
        }
    }

    private static String enumValueMeant(Value value, EnumType type) {
        if (!(value instanceof StringValue string)) return "";
        var closest = Suggestions.closest(string.value(), type.valueNames());
        return closest.isEmpty() ? "" : " Did you mean the enum value %s?".formatted(closest.getFirst());
    }

    private static void checkObject(ObjectValue object, InputObjectType type, Problems problems) {
        checkFieldNames(object, type, problems);
        checkRequiredFields(object, type, problems);
        if (type.isOneOf()) checkOneOf(object, type, problems);
    }

    private static void checkFieldNames(ObjectValue object, InputObjectType type, Problems problems) {
        for (ObjectField field : object.fields()) {
            if (type.field(field.name()) != null) continue;
            problems.add(
                    ProblemCode.INPUT_FIELD_UNDEFINED,
                    "Field \"%s\" is not defined by type \"%s\".%s"
                            .formatted(field.name(), type, Suggestions.didYouMean(field.name(), type.fieldNames())),
                    field.location());
        }
    }

    private static void checkRequiredFields(ObjectValue object, InputObjectType type, Problems problems) {
        List<InputValue> fields = type.fields();
        for (int i = 0; i < fields.size(); i++) {
            InputValue field = fields.get(i);
            if (!field.isRequired() || isGiven(field, object.fields())) continue;
            problems.add(
                    ProblemCode.INPUT_FIELD_MISSING,
                    "Field \"%s\" of required type \"%s\" was not provided."
                            .formatted(field.coordinate(), field.type()),
                    object.location());
        }
    }

    private static boolean isGiven(InputValue definition, List<ObjectField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(definition.name())) return true;
        }
        return false;
    }

    private static void checkOneOf(ObjectValue object, InputObjectType type, Problems problems) {
        if (object.fields().size() != 1) {
            problems.add(
                    ProblemCode.ONE_OF_NOT_SINGLE,
                    "OneOf Input Object \"%s\" must specify exactly one key.".formatted(type),
                    object.location());
        } else if (object.fields().getFirst().value() instanceof NullValue) {
            problems.add(
                    ProblemCode.ONE_OF_NOT_SINGLE,
                    "Field \"%s.%s\" must be non-null."
                            .formatted(type, object.fields().getFirst().name()),
                    object.location());
        }
    }
}
