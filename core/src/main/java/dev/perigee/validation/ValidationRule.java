package dev.perigee.validation;

/**
 * The rules of the specification, in its order.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Validation">Validation</a>
 */
public enum ValidationRule {
    EXECUTABLE_DEFINITIONS(new ExecutableDefinitions()),
    OPERATION_TYPE_EXISTENCE(new OperationTypeExistence()),
    UNIQUE_OPERATION_NAMES(new UniqueOperationNames()),
    LONE_ANONYMOUS_OPERATION(new LoneAnonymousOperation()),
    SINGLE_FIELD_SUBSCRIPTIONS(new SingleFieldSubscriptions()),
    FIELDS_ON_CORRECT_TYPE(new FieldsOnCorrectType()),
    OVERLAPPING_FIELDS_CAN_BE_MERGED(new OverlappingFieldsCanBeMerged()),
    SCALAR_LEAFS(new ScalarLeafs()),
    KNOWN_ARGUMENT_NAMES(new KnownArgumentNames()),
    UNIQUE_ARGUMENT_NAMES(new UniqueArgumentNames()),
    PROVIDED_REQUIRED_ARGUMENTS(new ProvidedRequiredArguments()),
    UNIQUE_FRAGMENT_NAMES(new UniqueFragmentNames()),
    KNOWN_TYPE_NAMES(new KnownTypeNames()),
    FRAGMENTS_ON_COMPOSITE_TYPES(new FragmentsOnCompositeTypes()),
    NO_UNUSED_FRAGMENTS(new NoUnusedFragments()),
    KNOWN_FRAGMENT_NAMES(new KnownFragmentNames()),
    NO_FRAGMENT_CYCLES(new NoFragmentCycles()),
    POSSIBLE_FRAGMENT_SPREADS(new PossibleFragmentSpreads()),
    VALUES_OF_CORRECT_TYPE(new ValuesOfCorrectType()),
    UNIQUE_INPUT_FIELD_NAMES(new UniqueInputFieldNames()),
    KNOWN_DIRECTIVES(new KnownDirectives()),
    UNIQUE_DIRECTIVES_PER_LOCATION(new UniqueDirectivesPerLocation()),
    UNIQUE_VARIABLE_NAMES(new UniqueVariableNames()),
    VARIABLES_ARE_INPUT_TYPES(new VariablesAreInputTypes()),
    NO_UNDEFINED_VARIABLES(new NoUndefinedVariables()),
    NO_UNUSED_VARIABLES(new NoUnusedVariables()),
    VARIABLES_IN_ALLOWED_POSITION(new VariablesInAllowedPosition());

    private final Rule rule;

    ValidationRule(Rule rule) {
        this.rule = rule;
    }

    /** The name that most engines have for it, such as {@code FieldsOnCorrectType}. */
    public String ruleName() {
        return rule.getClass().getSimpleName();
    }

    Rule rule() {
        return rule;
    }
}
