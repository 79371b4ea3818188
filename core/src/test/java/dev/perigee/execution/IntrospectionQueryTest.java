package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Introspection is a query like any other. */
class IntrospectionQueryTest {
    private final TestGraph graph = TestGraph.of("""
        "The root." type Query { "One." a(x: [Int!]! = [1], old: Int @deprecated): Color! @deprecated(reason: "no") node: Node }
        enum Color { RED GREEN @deprecated }
        interface Node { id: ID! }
        type Item implements Node { id: ID! }
        input In @oneOf { a: Int b: String }
        type Mutation { m(in: In): Int }
        """);

    @Test
    void answers_about_the_schema() {
        assertThat(graph.outcome("{ __schema { queryType { name } mutationType { name } subscriptionType { name } } }"))
                .isEqualTo(
                        "{'__schema':{'queryType':{'name':'Query'},'mutationType':{'name':'Mutation'},'subscriptionType':null}}");
    }

    @Test
    void answers_about_a_type() {
        assertThat(graph.outcome("""
            { __type(name: "Query") { kind name description
              fields(includeDeprecated: true) { name isDeprecated deprecationReason type { ...T }
                args(includeDeprecated: true) { name defaultValue type { ...T } } }
              fields2: fields { name }
              interfaces { name } possibleTypes { name } enumValues { name } inputFields { name } ofType { name } } }
            fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { name } } } }
            """))
                .isEqualTo(("{'__type':{'kind':'OBJECT','name':'Query','description':'The root.','fields':["
                               + "{'name':'a','isDeprecated':true,'deprecationReason':'no','type':{'kind':'NON_NULL','name':null,"
                               + "'ofType':{'kind':'ENUM','name':'Color','ofType':null}},'args':[{'name':'x','defaultValue':'[1]',"
                               + "'type':{'kind':'NON_NULL','name':null,'ofType':{'kind':'LIST','name':null,'ofType':{'kind':'NON_NULL',"
                               + "'name':null,'ofType':{'name':'Int'}}}}},{'name':'old','defaultValue':null,'type':{'kind':'SCALAR',"
                               + "'name':'Int','ofType':null}}]},{'name':'node','isDeprecated':false,'deprecationReason':null,"
                               + "'type':{'kind':'INTERFACE','name':'Node','ofType':null},'args':[]}],'fields2':[{'name':'node'}],"
                               + "'interfaces':[],'possibleTypes':null,'enumValues':null,'inputFields':null,'ofType':null}}"));
    }

    @Test
    void has_null_for_a_type_that_is_not_there() {
        assertThat(graph.outcome("{ __type(name: \"Nope\") { name } }")).isEqualTo("{'__type':null}");
    }

    @Test
    void knows_the_names_of_its_own_types() {
        assertThat(graph.outcome("{ __typename __schema { __typename types { __typename } } }"))
                .startsWith(
                        "{'__typename':'Query','__schema':{'__typename':'__Schema','types':[{'__typename':'__Type'},");
    }

    @Test
    void tells_possible_types_and_one_of() {
        assertThat(graph.outcome("{ n: __type(name: \"Node\") { possibleTypes { name } } i: __type(name: \"In\") {"
                        + " isOneOf } r: __type(name: \"Item\") { isOneOf interfaces { name } } e:"
                        + " __type(name: \"Color\") { enumValues { name } all:"
                        + " enumValues(includeDeprecated: true) { name } } }"))
                .isEqualTo("{'n':{'possibleTypes':[{'name':'Item'}]},'i':{'isOneOf':true},"
                        + "'r':{'isOneOf':null,'interfaces':[{'name':'Node'}]},"
                        + "'e':{'enumValues':[{'name':'RED'}],'all':[{'name':'RED'},{'name':'GREEN'}]}}");
    }
}
