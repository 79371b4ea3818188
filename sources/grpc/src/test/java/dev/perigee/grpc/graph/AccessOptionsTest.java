package dev.perigee.grpc.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perigee.grpc.idl.Idl;
import org.junit.jupiter.api.Test;

/** Rules for access, wherever what they are on ends up in the graph. */
class AccessOptionsTest {
    private static final String HEAD = "package x; import 'perigee/options.proto';";

    @Test
    void rules_stand_where_their_element_does() {
        GrpcGraph graph = graph(HEAD + """
            service Users { rpc GetUser(User) returns (User) { option (perigee.method).authenticated = true; } }
            message User {
              option (perigee.message).requires_roles = "staff";
              string id = 1;
              string pay = 2 [(perigee.field).requires_scopes = {all: ["b", "a"]}, (perigee.field).requires_roles = "hr"];
            }
            """);
        assertThat(oneLine(graph))
                .contains(
                        "type User @requiresRoles(roles: [\"staff\"]) {",
                        "): User @authenticated }",
                        "pay: String @requiresScopes(scopes: [[\"a\", \"b\"]]) @requiresRoles(roles: [\"hr\"])");
        assertThat(oneLine(graph)).contains("pay: String! @requiresScopes(scopes: [[\"a\", \"b\"]])");
    }

    @Test
    void what_is_exposed_keeps_the_rules_on_the_way_to_it() {
        GrpcGraph graph = graph(HEAD + """
            service Users {
              rpc GetUser(Key) returns (Reply) {
                option (perigee.method).expose = "user";
                option (perigee.method).requires_scopes = {all: "a"};
                option (perigee.method).requires_scopes = {all: "b"};
              }
            }
            message Key { string id = 1; }
            message Reply {
              option (perigee.message).authenticated = true;
              User user = 1 [(perigee.field).requires_scopes = {all: "c"}, (perigee.field).requires_roles = "hr"];
            }
            message User { string id = 1; }
            """);
        assertThat(oneLine(graph))
                .contains("getUser(id: String): User @authenticated"
                        + " @requiresScopes(scopes: [[\"a\", \"c\"], [\"b\", \"c\"]]) @requiresRoles(roles: [\"hr\"])");
    }

    @Test
    void a_relation_has_the_rules_of_what_it_calls() {
        GrpcGraph graph = graph(HEAD + """
            service Users {
              rpc GetUser(Key) returns (User);
              rpc Boss(Key) returns (Reply) {
                option (perigee.method).hide = true;
                option (perigee.method).requires_roles = "hr";
              }
            }
            message Key { string id = 1; }
            message Reply { User user = 1 [(perigee.field).authenticated = true]; }
            message User {
              option (perigee.message).relation = {
                field: "boss" method: "x.Users/Boss" with {key: "id" value: "parent.id"} result: "user"
              };
              string id = 1;
            }
            """);
        assertThat(oneLine(graph))
                .contains("boss: User @grpc(method: \"x.Users/Boss\" with: { id: \"parent.id\" } result: \"user\")"
                        + " @authenticated @requiresRoles(roles: [\"hr\"])");
    }

    @Test
    void rules_that_no_directive_can_say_are_refused() {
        Idl idl = Protos.of(HEAD + """
            service Users {
              rpc GetUser(Key) returns (Reply) {
                option (perigee.method).expose = "user";
                option (perigee.method).requires_roles = "a";
              }
            }
            message Key { string id = 1; }
            message Reply { Key user = 1 [(perigee.field).requires_roles = "b"]; }
            """);
        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(() -> GrpcGraph.of(idl, GraphOptions.DEFAULT))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .containsExactly("x.Users/GetUser: two lists of roles meet here, of which callers would have to"
                                + " have one each. Give both the same list, or use scopes."));
    }

    @Test
    void a_map_as_json_can_not_have_rules_below_it() {
        Idl idl = Protos.of(HEAD + """
            service Users { rpc GetUsers(Key) returns (Users_) ; }
            message Key { string id = 1; }
            message Users_ { map<string, User> users = 1; }
            message User { User boss = 1; Pay pay = 2; }
            message Pay { int32 amount = 1 [(perigee.field).authenticated = true]; }
            """);
        GraphOptions options = GraphOptions.builder().jsonMaps("x.Users_.users").build();
        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(() -> GrpcGraph.of(idl, options))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .containsExactly(
                                "x.Users_.users can't be JSON: who may see what of x.Pay could not be obeyed in"
                                        + " it. Leave it as entries."));
    }

    /** However it fits on lines. */
    private static String oneLine(GrpcGraph graph) {
        return graph.sdl().replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    }

    private static GrpcGraph graph(String proto) {
        GrpcGraph graph = GrpcGraph.of(Protos.of(proto), GraphOptions.DEFAULT);
        Protos.read(graph);
        return graph;
    }
}
