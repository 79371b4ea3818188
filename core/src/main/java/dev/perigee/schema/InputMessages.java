package dev.perigee.schema;

/** What is wrong with an input value, in the same words whether it came as a literal or as a variable. */
final class InputMessages {
    private InputMessages() {}

    static String notEnum(EnumType type, String shown) {
        return "Enum \"" + type + "\" cannot represent " + shown + ": it is not the name of a value.";
    }

    static String unknownEnumValue(EnumType type, String name, InputProblems problems) {
        String shown = Shown.name(name);
        return "Enum \"" + type + "\" has no value \"" + shown + "\"." + problems.didYouMean(name, type.valueNames());
    }

    static String notObject(InputObjectType type, String shown) {
        return "\"" + type + "\" cannot represent " + shown + ": it is not an object.";
    }

    static String required(InputValue field) {
        return "\"" + field.coordinate() + "\" of type \"" + field.type() + "\" is required.";
    }

    static String notNull(Type type) {
        return "a value of type \"" + type + "\" must not be null.";
    }

    static String unknownField(InputObjectType type, String name, InputProblems problems) {
        String shown = Shown.name(name);
        return "\"" + type + "\" has no field \"" + shown + "\"." + problems.didYouMean(name, type.fieldNames());
    }

    static String repeatedField(InputObjectType type, String name) {
        return "\"" + type + "." + name + "\" is given more than once.";
    }

    static String notOneField(InputObjectType type) {
        return "exactly one field of \"" + type + "\" must be given.";
    }

    static String nullOneOf(InputObjectType type) {
        return "the field given for \"" + type + "\" must not be null.";
    }
}
