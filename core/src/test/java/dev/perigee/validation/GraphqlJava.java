package dev.perigee.validation;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.Value;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.validation.InvalidSchemaException;
import graphql.validation.OperationValidationRule;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The peer: validates the same documents against the same schemas. Custom scalars accept anything. */
final class GraphqlJava {
    private static final Map<String, GraphQLSchema> BY_SDL = new ConcurrentHashMap<>();

    private GraphqlJava() {}

    /** Whether it takes a schema; it refuses some that are valid, such as a field of a union that narrows to non-null. */
    static boolean accepts(String sdl) {
        try {
            BY_SDL.computeIfAbsent(sdl, GraphqlJava::schema);
            return true;
        } catch (InvalidSchemaException exception) {
            return false;
        }
    }

    /** What is wrong with a document; empty if it can't say, since it can't parse it, or fails. */
    static Optional<List<ValidationError>> validate(String sdl, String text) {
        // The rule that is left out is a limit.
        return validate(sdl, text, rule -> rule != OperationValidationRule.GOOD_FAITH_INTROSPECTION);
    }

    /** As {@link #validate(String, String)}, by one rule, or what graphql-java has for it. */
    static Optional<List<ValidationError>> validate(String sdl, String text, ValidationRule rule) {
        return validate(sdl, text, counterparts(rule)::contains);
    }

    private static Set<OperationValidationRule> counterparts(ValidationRule rule) {
        return switch (rule) {
            case EXECUTABLE_DEFINITIONS -> Set.of(OperationValidationRule.EXECUTABLE_DEFINITIONS);
            case OPERATION_TYPE_EXISTENCE -> Set.of(OperationValidationRule.KNOWN_OPERATION_TYPES);
            case UNIQUE_OPERATION_NAMES -> Set.of(OperationValidationRule.UNIQUE_OPERATION_NAMES);
            case LONE_ANONYMOUS_OPERATION -> Set.of(OperationValidationRule.LONE_ANONYMOUS_OPERATION);
            case SINGLE_FIELD_SUBSCRIPTIONS -> Set.of(OperationValidationRule.SUBSCRIPTION_UNIQUE_ROOT_FIELD);
            case FIELDS_ON_CORRECT_TYPE -> Set.of(OperationValidationRule.FIELDS_ON_CORRECT_TYPE);
            case OVERLAPPING_FIELDS_CAN_BE_MERGED -> Set.of(OperationValidationRule.OVERLAPPING_FIELDS_CAN_BE_MERGED);
            case SCALAR_LEAFS -> Set.of(OperationValidationRule.SCALAR_LEAVES);
            case KNOWN_ARGUMENT_NAMES -> Set.of(OperationValidationRule.KNOWN_ARGUMENT_NAMES);
            case UNIQUE_ARGUMENT_NAMES -> Set.of(OperationValidationRule.UNIQUE_ARGUMENT_NAMES);
            case PROVIDED_REQUIRED_ARGUMENTS -> Set.of(OperationValidationRule.PROVIDED_NON_NULL_ARGUMENTS);
            case UNIQUE_FRAGMENT_NAMES -> Set.of(OperationValidationRule.UNIQUE_FRAGMENT_NAMES);
            case KNOWN_TYPE_NAMES -> Set.of(OperationValidationRule.KNOWN_TYPE_NAMES);
            case FRAGMENTS_ON_COMPOSITE_TYPES -> Set.of(OperationValidationRule.FRAGMENTS_ON_COMPOSITE_TYPE);
            case NO_UNUSED_FRAGMENTS -> Set.of(OperationValidationRule.NO_UNUSED_FRAGMENTS);
            case KNOWN_FRAGMENT_NAMES -> Set.of(OperationValidationRule.KNOWN_FRAGMENT_NAMES);
            case NO_FRAGMENT_CYCLES -> Set.of(OperationValidationRule.NO_FRAGMENT_CYCLES);
            case POSSIBLE_FRAGMENT_SPREADS -> Set.of(OperationValidationRule.POSSIBLE_FRAGMENT_SPREADS);
            case VALUES_OF_CORRECT_TYPE ->
                Set.of(
                        OperationValidationRule.ARGUMENTS_OF_CORRECT_TYPE,
                        OperationValidationRule.VARIABLE_DEFAULT_VALUES_OF_CORRECT_TYPE,
                        OperationValidationRule.PROVIDED_NON_NULL_ARGUMENTS);
            case UNIQUE_INPUT_FIELD_NAMES -> Set.of(OperationValidationRule.UNIQUE_OBJECT_FIELD_NAME);
            case KNOWN_DIRECTIVES -> Set.of(OperationValidationRule.KNOWN_DIRECTIVES);
            case UNIQUE_DIRECTIVES_PER_LOCATION -> Set.of(OperationValidationRule.UNIQUE_DIRECTIVE_NAMES_PER_LOCATION);
            case UNIQUE_VARIABLE_NAMES -> Set.of(OperationValidationRule.UNIQUE_VARIABLE_NAMES);
            case VARIABLES_ARE_INPUT_TYPES -> Set.of(OperationValidationRule.VARIABLES_ARE_INPUT_TYPES);
            case NO_UNDEFINED_VARIABLES -> Set.of(OperationValidationRule.NO_UNDEFINED_VARIABLES);
            case NO_UNUSED_VARIABLES -> Set.of(OperationValidationRule.NO_UNUSED_VARIABLES);
            case VARIABLES_IN_ALLOWED_POSITION -> Set.of(OperationValidationRule.VARIABLE_TYPES_MATCH);
        };
    }

    private static Optional<List<ValidationError>> validate(
            String sdl, String text, Predicate<OperationValidationRule> rules) {
        Document document;
        try {
            document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                    .build());
        } catch (InvalidSyntaxException exception) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Validator()
                    .validateDocument(
                            BY_SDL.computeIfAbsent(sdl, GraphqlJava::schema),
                            document,
                            rules,
                            Locale.ENGLISH,
                            QueryComplexityLimits.NONE));
        } catch (ClassCastException
                | NullPointerException exception) { // at types that are not there, or no input types
            return Optional.empty();
        }
    }

    private static GraphQLSchema schema(String sdl) {
        RuntimeWiring wiring =
                RuntimeWiring.newRuntimeWiring().wiringFactory(new Mocked()).build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring);
    }

    private static final class Mocked extends MockedWiringFactory {
        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            return GraphQLScalarType.newScalar()
                    .name(environment.getScalarTypeDefinition().getName())
                    .coercing(new Anything())
                    .build();
        }
    }

    private static final class Anything implements Coercing<Object, Object> {
        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return (Value<?>) input;
        }
    }
}
