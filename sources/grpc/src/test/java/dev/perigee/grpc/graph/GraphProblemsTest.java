package dev.perigee.grpc.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.language.OperationType;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** IDLs and options that make no graph, and what is said of them. */
class GraphProblemsTest {
    private static final String RENAME_TYPE =
            " another name by the option rename (renameInput for input types), or its package a prefix by the option"
                    + " prefix.";

    private static final String EMPTY = "import 'google/protobuf/empty.proto';";

    static Stream<Arguments> clashes() {
        return Stream.of(
                row(
                        "types of two packages",
                        "Types: \"User\" is the name of both the message a.User and the message b.User. Give b.User"
                                + RENAME_TYPE,
                        "package a; service A { rpc GetA(User) returns (User); } message User { string a = 1; }",
                        "package b; service B { rpc GetB(User) returns (User); } message User { string b = 1; }"),
                row(
                        "a message and an enum",
                        "Types: \"A_B\" is the name of both the message x.A.B and the enum x.A_B. Give x.A_B"
                                + RENAME_TYPE,
                        "package x; service S { rpc GetA(A) returns (A); } message A { B b = 1; A_B c = 2;"
                                + " message B { string s = 1; } } enum A_B { ZERO = 0; }"),
                row(
                        "a message and an input",
                        "Types: \"AInput\" is the name of both the message x.AInput and the input of message x.A. Give"
                                + " x.A"
                                + RENAME_TYPE,
                        "package x; service S { rpc Make(A) returns (AInput); } message A { string s = 1; }"
                                + " message AInput { string t = 1; }"),
                row(
                        "methods",
                        "Query: \"getUser\" is the name of both the method x.A/GetUser and the method x.B/GetUser."
                                + " Give x.B/GetUser another name by the option rename, or its service a prefix by the"
                                + " option prefix.",
                        "package x; service A { rpc GetUser(U) returns (U); } service B { rpc GetUser(U) returns (U); }"
                                + " message U { string s = 1; }"),
                row(
                        "a field and a oneof in requests",
                        "input UInput: \"byX\" is the name of both the field x.U.byX and the oneof x.U.by_x. Give"
                                + " x.U.by_x another name by the option rename.",
                        "package x; service A { rpc Set(U) returns (R); } message R { int32 i = 1; }"
                                + " message U { string byX = 1; oneof by_x { string a = 2; } }"),
                row(
                        "a name that is none",
                        "type U: \"first-name\", for the field x.U.s, is not a name that a graph can have. Give x.U.s"
                                + " another name by the option rename.",
                        "package x;" + EMPTY + " service A { rpc GetU(google.protobuf.Empty) returns (U); }"
                                + " message U { string s = 1 [json_name = 'first-name']; }"),
                row(
                        "a name of introspection",
                        "Types: \"__U\", for the message x.__U, is not a name that a graph can have. Give x.__U"
                                + RENAME_TYPE,
                        "package x;" + EMPTY + " service A { rpc GetU(google.protobuf.Empty) returns (__U); }"
                                + " message __U { string s = 1; }"),
                row(
                        "an enum's value of introspection",
                        "enum E: \"__ONE\", for the value x.E.__ONE, is not a name that a graph can have. Give"
                                + " x.E.__ONE another name by the option rename.",
                        "package x;" + EMPTY + " service A { rpc GetU(google.protobuf.Empty) returns (U); }"
                                + " message U { E e = 1; } enum E { ZERO = 0; __ONE = 1; }"),
                row(
                        "an argument that is none",
                        "input UInput: \"1st\", for the field x.U.s, is not a name that a graph can have. Give x.U.s"
                                + " another name by the option rename.",
                        "package x; service A { rpc GetR(U) returns (R); } message R { int32 i = 1; }"
                                + " message U { string s = 1 [json_name = '1st']; }"));
    }

    private static Arguments row(String name, String problem, String... protos) {
        return Arguments.of(name, problem, protos);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clashes")
    void names_that_clash_are_named(String name, String problem, String[] protos) {
        assertThat(problems(GraphOptions.DEFAULT, protos)).containsExactly(problem);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        o -> o.services("x.Things"),
                        "Option services: the IDL has no \"x.Things\". Did you mean" + " \"x.Thing\"?"),
                mistake(
                        o -> o.hide("x.Thing/GetU2"),
                        "Option hide: the IDL has no \"x.Thing.GetU2\". Did you mean"
                                + " \"x.Thing.GetU\", \"x.Thing.GetUs\" or \"x.Thing.Watch\"?"),
                mistake(
                        o -> o.rename("x.U.id", "key"),
                        "Option rename: the IDL has no \"x.U.id\". Did you mean \"x.U.ids\", \"x.U.a\", \"x.U.b\" or"
                                + " \"x.U.e\"?"),
                mistake(
                        o -> o.expose("x.Thing/GetUs", "user"),
                        "x.Thing/GetUs can't expose \"user\": its reply x.Us has no such field in the graph. Did you"
                                + " mean \"users\"?"),
                mistake(
                        o -> o.unions("x.U.choice"),
                        "Option unions: \"x.U.choice\" can't be a union: each of its members must be another message."),
                mistake(o -> o.unions("x.U.other"), "Option unions: the IDL has no oneof \"x.U.other\"."),
                mistake(
                        o -> o.connections("x.Thing/GetU"),
                        "x.Thing/GetU can't be a connection: that needs page_size and page_token in its request, and in"
                                + " its reply next_page_token and one repeated message."),
                mistake(
                        o -> o.operation("x.Thing/Watch", OperationType.QUERY),
                        "x.Thing/Watch can't be a query: it gives a stream. Make it a list first, by the option list."),
                mistake(
                        o -> o.operation("x.Thing/GetU", OperationType.SUBSCRIPTION),
                        "x.Thing/GetU can't be a subscription: it gives no stream of replies."),
                mistake(
                        o -> o.list("x.Thing/GetU"),
                        "Option list: \"x.Thing.GetU\" is not a method that gives a stream."),
                mistake(
                        o -> o.unknownEnumValue("not known"),
                        "Option unknownEnumValue: \"not known\" is not a name that a value can have."),
                mistake(
                        o -> o.rename("x.U", "Query"),
                        "Types: \"Query\" is the name of both the graph's own type Query and the message x.U. Give x.U"
                                + RENAME_TYPE),
                mistake(
                        o -> o.hide("x.E.ZERO", "x.E.ONE"),
                        "enum x.E: all its values are hidden. Hide the enum's fields, or leave it a value."));
    }

    private static Arguments mistake(UnaryOperator<GraphOptionsBuilder> change, String problem) {
        return Arguments.of(change.apply(GraphOptions.builder()).build(), problem);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void options_that_do_not_fit_are_refused(GraphOptions options, String problem) {
        String proto = """
            package x;
            service Thing {
              rpc GetU(U) returns (U);
              rpc GetUs(U) returns (Us);
              rpc Watch(U) returns (stream U);
            }
            message U { string ids = 1; E e = 2; oneof choice { string a = 3; Us b = 4; } }
            message Us { repeated U users = 1; }
            enum E { ZERO = 0; ONE = 1; }
            """;
        assertThat(problems(options, proto)).containsExactly(problem);
    }

    @Test
    void everything_is_said_at_once_up_to_a_bound() {
        StringBuilder proto = new StringBuilder("package x; service A { rpc GetU(U) returns (U); } message U {");
        for (int i = 1; i <= 150; i++) proto.append("string f%1$d = %1$d [json_name = '-%1$d'];".formatted(i));
        List<String> problems = problems(GraphOptions.DEFAULT, proto + "}");
        assertThat(problems).hasSize(101);
        assertThat(problems.getLast()).isEqualTo("... and 200 more.");
    }

    @Test
    void relations_that_lead_nowhere_are_named() {
        String proto = """
            package x;
            import "perigee/options.proto";
            service Users { rpc GetUser(Key) returns (User); }
            message Key { string id = 1; }
            message User {
              option (perigee.message).relation = {field: "a-b" method: "x.Users/GetUser"};
              option (perigee.message).relation = {field: "boss" method: "x.Users/GetUsr"};
              option (perigee.message).relation = {field: "peer" method: "x.Users/GetUser" result: "user"};
              option (perigee.message).relation = {
                field: "other" method: "x.Users/GetUser" with {key: "key" value: "args.key"}
              };
              option (perigee.message).relation = {field: "name" method: "x.Users/GetUser"};
              string name = 1;
            }
            """;
        assertThat(problems(GraphOptions.DEFAULT, proto))
                .containsExactly(
                        "x.User, relation \"a-b\": this is not a name that a field can have.",
                        "x.User, relation \"boss\": there is no method \"x.Users/GetUsr\"; one is named as in"
                                + " acme.v1.Users/GetUser. Did you mean \"x.Users/GetUser\"?",
                        "x.User, relation \"peer\": x.User has no field \"user\".",
                        "x.User, relation \"other\": \"key\" can't be given from \"args.key\"; it takes a field of"
                                + " x.Key, and args.name.",
                        "type User: \"name\" is the name of both the graph's own field name and the field x.User.name."
                                + " Give x.User.name another name by the option rename.");
    }

    private static List<String> problems(GraphOptions options, String... protos) {
        var idl = Protos.of(protos);
        GraphException wrong = catchThrowableOfType(GraphException.class, () -> GrpcGraph.of(idl, options));
        assertThat(wrong).as(Arrays.toString(protos)).isNotNull();
        assertThat(wrong).hasMessageContaining(wrong.problems().getFirst());
        return wrong.problems();
    }
}
