package dev.perigee.schema;

import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every schema has without defining it, as the appendix of the specification defines it. Read once; the same
 * objects in every schema.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Appendix-Type-System-Definitions">Type System Definitions</a>
 */
final class BuiltInDefinitions {
    private static final String SDL = """
        "Includes this field or fragment only when the argument is true."
        directive @include("Included when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Skips this field or fragment when the argument is true."
        directive @skip("Skipped when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks what is no longer supported."
        directive @deprecated(
          "Why it should not be used, and what to use instead. Markdown, as CommonMark has it."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Says where the behavior of a scalar is specified."
        directive @specifiedBy("The URL of the specification." url: String!) on SCALAR

        "Of this input object, exactly one field must be given, and it must not be null."
        directive @oneOf on INPUT_OBJECT

        "What a server can do: its types and directives, and where operations start."
        type __Schema {
          description: String
          "All types of the schema."
          types: [__Type!]!
          "The type where queries start."
          queryType: __Type!
          "The type where mutations start, if there are any."
          mutationType: __Type
          "The type where subscriptions start, if there are any."
          subscriptionType: __Type
          "All directives of the schema."
          directives: [__Directive!]!
        }

        "A type: a named one, or a list or non-null of another. Which fields have a value depends on `kind`."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }

        "What kind of type a `__Type` is."
        enum __TypeKind {
          "A scalar. `specifiedByURL` may have a value."
          SCALAR
          "An object. `fields` and `interfaces` have values."
          OBJECT
          "An interface. `fields`, `interfaces` and `possibleTypes` have values."
          INTERFACE
          "A union. `possibleTypes` has a value."
          UNION
          "An enum. `enumValues` has a value."
          ENUM
          "An input object. `inputFields` and `isOneOf` have values."
          INPUT_OBJECT
          "A list. `ofType` has a value."
          LIST
          "A non-null. `ofType` has a value."
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default value as a GraphQL literal."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum. In responses it is a string."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive: another way to execute or validate, to be asked for where `locations` say."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "Where a directive may stand."
        enum __DirectiveLocation {
          "On a query."
          QUERY
          "On a mutation."
          MUTATION
          "On a subscription."
          SUBSCRIPTION
          "On a field."
          FIELD
          "On the definition of a fragment."
          FRAGMENT_DEFINITION
          "On the spread of a fragment."
          FRAGMENT_SPREAD
          "On an inline fragment."
          INLINE_FRAGMENT
          "On the definition of a variable."
          VARIABLE_DEFINITION
          "On the schema definition."
          SCHEMA
          "On the definition of a scalar."
          SCALAR
          "On the definition of an object."
          OBJECT
          "On the definition of a field."
          FIELD_DEFINITION
          "On the definition of an argument."
          ARGUMENT_DEFINITION
          "On the definition of an interface."
          INTERFACE
          "On the definition of a union."
          UNION
          "On the definition of an enum."
          ENUM
          "On the definition of an enum value."
          ENUM_VALUE
          "On the definition of an input object."
          INPUT_OBJECT
          "On the definition of an input field."
          INPUT_FIELD_DEFINITION
        }
        """;

    private static final Draft DRAFT = read();
    private static final Map<String, DefinedType> TYPES = allTypes();

    private BuiltInDefinitions() {}

    /** The scalars and the types of introspection by their names. */
    static Map<String, DefinedType> types() {
        return TYPES;
    }

    static Collection<DefinedType> introspectionTypes() {
        return DRAFT.types();
    }

    static Collection<DirectiveType> directives() {
        return DRAFT.directives().values();
    }

    private static Draft read() {
        Draft draft = new Draft(scalars(), List.of());
        Definitions definitions =
                Definitions.of(Parser.parse(Source.of("(built in)", SDL)).definitions(), new SchemaProblems());
        TypeAssembler.assemble(definitions, new Attachments(), draft);
        return draft;
    }

    private static Map<String, DefinedType> scalars() {
        Map<String, DefinedType> scalars = new LinkedHashMap<>();
        for (ScalarType scalar : BuiltInScalars.all()) scalars.put(scalar.name(), scalar);
        return scalars;
    }

    private static Map<String, DefinedType> allTypes() {
        Map<String, DefinedType> types = scalars();
        for (DefinedType type : DRAFT.types()) types.put(type.name(), type);
        return Collections.unmodifiableMap(types);
    }
}
