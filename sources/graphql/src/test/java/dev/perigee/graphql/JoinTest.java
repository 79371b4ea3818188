package dev.perigee.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.execution.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joins of objects of one source to those of a remote: how often it is asked, for what, and who gets what. */
class JoinTest {
    private static final String BY_LIST =
            "@remote(field: \"users\", batch: {argument: \"ids\", from: \"parent.userId\", key: \"id\"})";
    private static final String BY_ALIAS = "@remote(field: \"user\", with: {id: \"parent.userId\"})";

    private TestRemote remote;

    /** An object of Java code. */
    record Order(int number, String userId) {}

    @BeforeEach
    void start() throws IOException {
        remote = TestRemote.of(Blog.engine());
    }

    @AfterEach
    void stop() {
        remote.close();
    }

    private Gateway orders(String directive, int count, UnaryOperator<GraphqlServer> settings) {
        List<Order> orders = IntStream.range(0, count)
                .mapToObj(i -> new Order(i, i % 5 == 4 ? null : "u" + (1 + i % 5)))
                .toList();
        return Gateway.of(
                remote,
                "extend type Query { orders: [Order!]! } type Order { number: Int! buyer: User " + directive + " }",
                settings,
                wiring -> wiring.query("orders", (arguments, context) -> orders).type("Order", Order.class));
    }

    @Test
    void eachKeyIsAskedForOnceAndRepliesFindTheirObjects() {
        Gateway gateway = orders(BY_LIST, 100, settings -> settings);
        Response response = gateway.run(
                "{ orders { number buyer { name } } again: orders { buyer { name } } user(id: \"u1\") { id } }");
        assertThat(Gateway.data(response).toString())
                .startsWith("{orders=[{number=0, buyer={name=Ada}}, {number=1, buyer={name=Bob}}, {number=2,"
                        + " buyer={name=Cy}}, {number=3, buyer=null}, {number=4, buyer=null}, {number=5,"
                        + " buyer={name=Ada}}");
        assertThat(remote.asked()).hasSize(2);
        assertThat(remote.asked())
                .filteredOn(asked -> asked.query().contains("join0"))
                .singleElement()
                .extracting(TestRemote.Asked::variables)
                .isEqualTo(Map.of("join0", List.of("u1", "u2", "u3", "u4")));
        assertThat(remote.documents())
                .contains("query($join0: [ID!]!) {\n  join0: users(ids: $join0) { name need_User_id: id }\n}");
    }

    @Test
    void withoutAListEachObjectIsAnAlias() {
        Gateway gateway = orders(BY_ALIAS, 100, settings -> settings);
        Response response = gateway.run("{ orders { buyer { name } } }");
        assertThat(Gateway.data(response).toString())
                .startsWith("{orders=[{buyer={name=Ada}}, {buyer={name=Bob}}, {buyer={name=Cy}}, {buyer=null},"
                        + " {buyer=null}");
        assertThat(remote.documents()).containsExactly("""
            query($join0_0_id: ID!, $join0_1_id: ID!, $join0_2_id: ID!, $join0_3_id: ID!) {
              join0_0: user(id: $join0_0_id) { ...join0 }
              join0_1: user(id: $join0_1_id) { ...join0 }
              join0_2: user(id: $join0_2_id) { ...join0 }
              join0_3: user(id: $join0_3_id) { ...join0 }
            }
            fragment join0 on User { name }\
            """);
    }

    @Test
    void moreKeysThanARequestTakesGoInMore() {
        Response byAlias =
                orders(BY_ALIAS, 9, settings -> settings.maxAliases(3)).run("{ orders { buyer { name } } }");
        assertThat(remote.documents()).hasSize(2);
        String two = BY_LIST.replace("key: \"id\"", "key: \"id\", max: 2");
        Response byList = orders(two, 9, settings -> settings).run("{ orders { buyer { name } } }");
        assertThat(remote.documents()).hasSize(2);
        assertThat(byList.toString()).isEqualTo(byAlias.toString()).contains("Ada", "Cy");
    }

    @Test
    void errorsOfSomeKeysAreThoseOfTheirObjects() {
        for (String directive : List.of(BY_LIST, BY_ALIAS)) {
            Response response = orders(directive, 3, settings -> settings).run("{ orders { buyer { fails } } }");
            assertThat(Gateway.errors(response)).isEqualTo("[orders, 0, buyer, fails] NO_LUCK Fails of u1.");
            assertThat(Gateway.data(response).toString())
                    .isEqualTo("{orders=[{buyer={fails=null}}, {buyer={fails=well}}, {buyer={fails=well}}]}");
        }
        Response hard = orders(BY_ALIAS, 2, settings -> settings).run("{ orders { buyer { failsHard } } }");
        assertThat(Gateway.errors(hard)).isEqualTo("[orders, 0, buyer, failsHard] HARD_LUCK Fails hard of u1.");
        assertThat(Gateway.data(hard).toString()).isEqualTo("{orders=[{buyer=null}, {buyer={failsHard=very well}}]}");
    }

    @Test
    void aKeyMayHaveManyItemsAndRemoteObjectsMayBeJoinedToOneAnother() {
        Gateway gateway = Gateway.of(
                remote,
                "extend type User { written(state: State): [Post!]! @remote(field: \"postsOf\", with: {state:"
                    + " \"args.state\"}, batch: {argument: \"authors\", from: \"parent.id\", key: \"authorId\", many:"
                    + " true}) } extend type Post { writer: User " + BY_LIST.replace("userId", "authorId") + " }");
        Response response = gateway.run("{ nodes { ... on User { written(state: OPEN) { id writer { name } } } } }");
        assertThat(Gateway.data(response).toString())
                .isEqualTo("{nodes=[{written=[{id=p0, writer={name=Ada}}, {id=p3, writer={name=Ada}}]}, {},"
                        + " {written=[{id=p2, writer={name=Cy}}, {id=p5, writer={name=Cy}}]}]}");
        assertThat(remote.documents()).hasSize(3);
    }

    @Test
    void mistakesAreToldAllAtOnceWithTheirPlaces() {
        assertThatThrownBy(() -> Gateway.of(remote, """
            extend type Post {
              a: User @remote(field: "usr", with: {id: "parent.authorId"})
              b: User @remote(field: "user", with: {ids: "parent.authorId"})
              c: User @remote(field: "users", batch: {argument: "ids", from: "parent.writer", key: "uid"})
              d: User @remote(field: "user", batch: {argument: "id", from: "parent.authorId", key: "id"})
              e: Post @remote(field: "user", with: {id: "parent.authorId"})
              f: User @remote(server: "blgo", field: "user", with: {id: "args.x"})
              g: User @remote(field: "user", with: {id: "args.x"})
              h: User @remote(field: "user", with: {id: "authorId"})
            }\
            """))
                .isInstanceOf(RemoteException.class)
                .hasMessage("""
                    graph.graphqls:2:11: Post.a: the server has no field "usr" in Query. Did you mean "user"?
                    graph.graphqls:3:11: Post.b: the server's field "user" has no argument "ids". Did you mean "id"?
                    graph.graphqls:4:11: Post.c: User has no field "uid" that is a leaf without arguments. Did you mean "id"?
                    graph.graphqls:4:11: Post.c: Post has no field "writer" that is a leaf without arguments. There is id, title, state, authorId, author, best, tags, hard.
                    graph.graphqls:5:11: Post.d: the argument "id" is no list, but ID!. Without "batch", each object is asked for under an alias.
                    graph.graphqls:5:11: Post.d: the server's field "user" gives no list, but User.
                    graph.graphqls:6:11: Post.e: the field is of Post, but what the server has is of User.
                    graph.graphqls:7:11: Post.f: there is no server "blgo". Did you mean "blog"?
                    graph.graphqls:8:11: Post.g: the field has no argument "x". There is none.
                    graph.graphqls:9:11: Post.h: "id" is "authorId", which is no path that begins with parent or args. Text itself is written "'authorId'".\
                    """);
    }
}
