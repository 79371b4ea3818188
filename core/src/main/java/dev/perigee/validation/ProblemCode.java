package dev.perigee.validation;

import org.jspecify.annotations.Nullable;

/** The kinds of problems. A name, once released, keeps its meaning: programs may compare it. */
public enum ProblemCode {
    NOT_EXECUTABLE(ValidationRule.EXECUTABLE_DEFINITIONS),
    OPERATION_TYPE_UNDEFINED(ValidationRule.OPERATION_TYPE_EXISTENCE),
    OPERATION_NAME_REPEATED(ValidationRule.UNIQUE_OPERATION_NAMES),
    ANONYMOUS_OPERATION_NOT_ALONE(ValidationRule.LONE_ANONYMOUS_OPERATION),
    SUBSCRIPTION_FIELD_NOT_SINGLE(ValidationRule.SINGLE_FIELD_SUBSCRIPTIONS),
    SUBSCRIPTION_FIELD_INTROSPECTION(ValidationRule.SINGLE_FIELD_SUBSCRIPTIONS),
    SUBSCRIPTION_FIELD_CONDITIONAL(ValidationRule.SINGLE_FIELD_SUBSCRIPTIONS),
    TYPE_UNDEFINED(ValidationRule.KNOWN_TYPE_NAMES),
    FRAGMENT_TYPE_NOT_COMPOSITE(ValidationRule.FRAGMENTS_ON_COMPOSITE_TYPES),
    VARIABLE_TYPE_NOT_INPUT(ValidationRule.VARIABLES_ARE_INPUT_TYPES),
    SELECTION_ON_LEAF(ValidationRule.SCALAR_LEAFS),
    SELECTION_MISSING(ValidationRule.SCALAR_LEAFS),
    FIELD_UNDEFINED(ValidationRule.FIELDS_ON_CORRECT_TYPE),
    FRAGMENT_NAME_REPEATED(ValidationRule.UNIQUE_FRAGMENT_NAMES),
    FRAGMENT_UNDEFINED(ValidationRule.KNOWN_FRAGMENT_NAMES),
    FRAGMENT_UNUSED(ValidationRule.NO_UNUSED_FRAGMENTS),
    FRAGMENT_IMPOSSIBLE(ValidationRule.POSSIBLE_FRAGMENT_SPREADS),
    FRAGMENT_CYCLE(ValidationRule.NO_FRAGMENT_CYCLES),
    VARIABLE_REPEATED(ValidationRule.UNIQUE_VARIABLE_NAMES),
    VARIABLE_UNDEFINED(ValidationRule.NO_UNDEFINED_VARIABLES),
    VARIABLE_UNUSED(ValidationRule.NO_UNUSED_VARIABLES),
    DIRECTIVE_UNDEFINED(ValidationRule.KNOWN_DIRECTIVES),
    DIRECTIVE_MISPLACED(ValidationRule.KNOWN_DIRECTIVES),
    DIRECTIVE_REPEATED(ValidationRule.UNIQUE_DIRECTIVES_PER_LOCATION),
    ARGUMENT_UNDEFINED(ValidationRule.KNOWN_ARGUMENT_NAMES),
    ARGUMENT_REPEATED(ValidationRule.UNIQUE_ARGUMENT_NAMES),
    ARGUMENT_MISSING(ValidationRule.PROVIDED_REQUIRED_ARGUMENTS),
    VALUE_INVALID(ValidationRule.VALUES_OF_CORRECT_TYPE),
    INPUT_FIELD_UNDEFINED(ValidationRule.VALUES_OF_CORRECT_TYPE),
    INPUT_FIELD_MISSING(ValidationRule.VALUES_OF_CORRECT_TYPE),
    ONE_OF_NOT_SINGLE(ValidationRule.VALUES_OF_CORRECT_TYPE),
    INPUT_FIELD_REPEATED(ValidationRule.UNIQUE_INPUT_FIELD_NAMES),
    VARIABLE_MISPLACED(ValidationRule.VARIABLES_IN_ALLOWED_POSITION),
    FIELDS_CONFLICT(ValidationRule.OVERLAPPING_FIELDS_CAN_BE_MERGED),

    /** The document would cost too much to check, or is nested too deep: it is refused unchecked. */
    LIMIT_EXCEEDED(null),

    /** There are more problems than are listed. */
    TOO_MANY_PROBLEMS(null);

    private final @Nullable ValidationRule rule;

    ProblemCode(@Nullable ValidationRule rule) {
        this.rule = rule;
    }

    /** The rule that the document breaks; null if a limit was reached before all rules were checked. */
    public @Nullable ValidationRule rule() {
        return rule;
    }
}
