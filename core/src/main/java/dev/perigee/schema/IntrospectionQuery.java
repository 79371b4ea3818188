package dev.perigee.schema;

import java.util.Set;

/** The text of the query for everything about a schema. */
final class IntrospectionQuery {
    private IntrospectionQuery() {}

    static String text(Set<IntrospectionFeature> features) {
        String query = """
            query IntrospectionQuery {
              __schema {
                #SCHEMA_DESCRIPTION description
                queryType { name }
                mutationType { name }
                subscriptionType { name }
                types { ...FullType }
                directives {
                  name
                  #DESCRIPTIONS description
                  #REPEATABLE_DIRECTIVES isRepeatable
                  locations
                  args#ALL { ...InputValue }
                }
              }
            }

            fragment FullType on __Type {
              kind
              name
              #DESCRIPTIONS description
              #SPECIFIED_BY_URL specifiedByURL
              #ONE_OF isOneOf
              fields(includeDeprecated: true) {
                name
                #DESCRIPTIONS description
                args#ALL { ...InputValue }
                type { ...TypeRef }
                isDeprecated
                deprecationReason
              }
              inputFields#ALL { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) {
                name
                #DESCRIPTIONS description
                isDeprecated
                deprecationReason
              }
              possibleTypes { ...TypeRef }
            }

            fragment InputValue on __InputValue {
              name
              #DESCRIPTIONS description
              type { ...TypeRef }
              defaultValue
              #DEPRECATED_INPUTS isDeprecated
              #DEPRECATED_INPUTS deprecationReason
            }

            fragment TypeRef on __Type {
              kind
              name
              ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
              ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
            }
            """;
        boolean all = features.contains(IntrospectionFeature.DEPRECATED_INPUTS);
        query = query.replace("#ALL", all ? "(includeDeprecated: true)" : "");
        for (IntrospectionFeature feature : IntrospectionFeature.values()) {
            String marked = "#" + feature.name() + " ";
            query = features.contains(feature)
                    ? query.replace(marked, "")
                    : query.replaceAll("(?m)^ *" + marked + ".*\\n", "");
        }
        return query;
    }
}
