package dev.perigee.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.Client;
import dev.perigee.data.HasProperties;
import dev.perigee.data.Headers;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Response;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a remote is asked for, and what becomes of its answer. */
class DelegationTest {
    private TestRemote remote;

    @BeforeEach
    void start() throws IOException {
        remote = TestRemote.of(Blog.engine());
    }

    @AfterEach
    void stop() {
        remote.close();
    }

    @Test
    void allRootFieldsAreOneRequestWithJustWhatIsSelected() {
        Gateway gateway = Gateway.of(remote);
        Response response = gateway.run("""
            { first: user(id: "u1") { name } second: user(id: "u2") { id mails: mail(masked: false) }
              posts(first: 1) { __typename title author { name } } }\
            """);
        assertThat(response.toString())
                .isEqualTo("{\"data\":{\"first\":{\"name\":\"Ada\"},"
                               + "\"second\":{\"id\":\"u2\",\"mails\":\"u2@example.com\"},\"posts\":[{\"__typename\":\"Post\",\"title\":\"Title"
                               + " 0\",\"author\":{\"name\":\"Ada\"}}]}}");
        assertThat(remote.documents()).containsExactly("""
            query($v0: ID!, $v1: ID!, $v2: Boolean, $v3: Int, $v4: State) {
              first: user(id: $v0) { name }
              second: user(id: $v1) { id mails: mail(masked: $v2) }
              posts(first: $v3, state: $v4) { title author { name } }
            }\
            """);
        assertThat(response.summary().calls()).containsExactly(Map.entry("blog", 1));
    }

    @Test
    void typesOfInterfacesAndUnionsAreTold() {
        Gateway gateway = Gateway.of(remote);
        assertThat(gateway.run("{ nodes { id __typename ... on User { name } } search(text: \"x\") { ... on Post {"
                                + " title } } }")
                        .toString())
                .isEqualTo("{\"data\":{\"nodes\":[{\"id\":\"u1\",\"__typename\":\"User\",\"name\":\"Ada\"},"
                               + "{\"id\":\"p2\",\"__typename\":\"Post\"},{\"id\":\"u3\",\"__typename\":\"User\",\"name\":\"Cy\"}],\"search\":[{\"title\":\"Title"
                               + " 1\"},{}]}}");
        assertThat(remote.documents()).containsExactly("""
            query($v0: String!) {
              nodes { __typename id ... on User { name } }
              search(text: $v0) { __typename ... on Post { title } }
            }\
            """);
    }

    @Test
    void conditionsAreDecidedBeforeTheRemoteIsAsked() {
        Gateway gateway = Gateway.of(remote);
        String document =
                "query($a: Boolean!) { user(id: \"u1\") { id name @include(if: $a) } broken @include(if: $a) }";
        assertThat(gateway.run(document, Map.of("a", false)).toString())
                .isEqualTo("{\"data\":{\"user\":{\"id\":\"u1\"}}}");
        assertThat(gateway.run(document, Map.of("a", true)).toString()).contains("\"name\":\"Ada\"", "TEAPOT");
        assertThat(remote.documents()).containsExactly("query($v0: ID!) {\n  user(id: $v0) { id }\n}", """
            query($v0: ID!) {
              user(id: $v0) { id name }
              broken
            }\
            """);
    }

    @Test
    void argumentsArriveAsTheyWereGiven() {
        Gateway gateway = Gateway.of(remote);
        String document =
                "query($m: Moment, $n: Name, $s: State) { echo(value: $m, name: $n, state: $s, names: [{first:"
                        + " \"é\\\"\"}]) }";
        Map<String, Object> variables =
                Map.of("m", Map.of("a", List.of(1, "x")), "n", Map.of("first", "F", "inner", Map.of("first", "G")));
        Response direct = Blog.engine()
                .execute(dev.perigee.execution.Request.builder(document)
                        .variables(variables)
                        .build());
        assertThat(gateway.run(document, variables).toString()).isEqualTo(direct.toString());
    }

    @Test
    void errorsStandWhereTheyHappened() {
        Gateway gateway = Gateway.of(remote);
        Response response =
                gateway.run("{ us: nodes { ... on User { bad: fails } } one: user(id: \"u1\") { failsHard } broken }");
        assertThat(Gateway.errors(response)).isEqualTo("""
            [broken] TEAPOT Short and stout.
            [one, failsHard] HARD_LUCK Fails hard of u1.
            [us, 0, bad] NO_LUCK Fails of u1.\
            """);
        assertThat(Gateway.data(response).toString())
                .isEqualTo("{us=[{bad=null}, {}, {bad=well}], one=null, broken=null}");
        assertThat(response.errors().getFirst().locations()).isNotEmpty();
    }

    @Test
    void mutationsAreOneRequestEachInTheirOrder() {
        Gateway gateway = Gateway.of(remote);
        assertThat(gateway.run("mutation { a: rename(id: \"u2\", name: \"Rob\") { name } b: rename(id: \"u2\", name:"
                                + " \"Bob\") { name } }")
                        .toString())
                .isEqualTo("{\"data\":{\"a\":{\"name\":\"Rob\"},\"b\":{\"name\":\"Bob\"}}}");
        assertThat(remote.documents())
                .containsExactly(
                        "mutation($v0: ID!, $v1: String!) {\n  a: rename(id: $v0, name: $v1) { name }\n}",
                        "mutation($v0: ID!, $v1: String!) {\n  b: rename(id: $v0, name: $v1) { name }\n}");
    }

    @Test
    void javaFieldsOfRemoteTypesAreLeftOutAndWhatTheyReadIsAdded() {
        GraphqlSource source = GraphqlSource.builder()
                .server(GraphqlServer.of("blog", remote.client()))
                .needs("User.shout", "name")
                .build();
        Gateway gateway = Gateway.of(
                Wiring.builder()
                        .source(source)
                        .function("User.shout", (user, arguments, context, info) -> ((HasProperties) user)
                                .property("name")
                                .toString()
                                .toUpperCase(Locale.ROOT))
                        .function("Post.size", (post, arguments, context, info) -> ((HasProperties) post)
                                .property("title")
                                .toString()
                                .length()),
                "extend type User { shout: String! } extend type Post { size: Int! }");
        assertThat(gateway.run("{ posts(first: 2) { name: title author { shout name: id } } }").toString())
                .contains("{\"name\":\"Title 0\",\"author\":{\"shout\":\"ADA\",\"name\":\"u1\"}}");
        assertThat(remote.documents().getFirst())
                .contains("{ name: title author { alias_name: id need_User_name: name } }");
        assertThat(gateway.run("{ post(id: \"p1\") { size title } }").toString())
                .isEqualTo("{\"data\":{\"post\":{\"size\":7,\"title\":\"Title 1\"}}}");
        assertThat(remote.documents().getFirst()).contains("{ title need_Post_", "need_Post_tags: tags");
    }

    @Test
    void namesOfTheGraphMayDiffer() {
        Gateway gateway = Gateway.of(
                remote,
                "",
                settings -> settings.typePrefix("Blog_")
                        .fieldPrefix("blog_")
                        .rename("Post", "Article")
                        .rename("Query.user", "person"),
                wiring -> wiring);
        assertThat(gateway.run("{ person(id: \"u1\") { __typename best { __typename state } } blog_nodes { __typename"
                                + " ... on Article { title } } }")
                        .toString())
                .isEqualTo(
                        "{\"data\":{\"person\":{\"__typename\":\"Blog_User\",\"best\":{\"__typename\":\"Article\",\"state\":\"OPEN\"}},\"blog_nodes\":[{\"__typename\":\"Blog_User\"},{\"__typename\":\"Article\",\"title\":\"Title"
                            + " 2\"},{\"__typename\":\"Blog_User\"}]}}");
        assertThatThrownBy(() -> Gateway.of(remote, "", settings -> settings.rename("Pots", "Pot"), wiring -> wiring))
                .isInstanceOf(RemoteException.class)
                .hasMessage("blog: there is no type or root field \"Pots\" to rename. Did you mean \"Post\"?");
    }

    @Test
    void headersAreSentAlongByTheirNames() {
        Gateway gateway = Gateway.of(remote, "", settings -> settings.forward("X-Tenant"), wiring -> wiring);
        gateway.run("{ broken }", Headers.of(Map.of("x-tenant", List.of("acme"), "x-secret", List.of("s"))));
        assertThat(remote.asked().getFirst().headers().getFirst("X-Tenant")).isEqualTo("acme");
        assertThat(remote.asked().getFirst().headers()).doesNotContainKey("X-Secret");
        assertThatThrownBy(() -> GraphqlServer.of("blog", remote.client()).forward("Host"))
                .hasMessage("The header \"Host\" can't be sent along");
    }

    @Test
    void twoServersOfPerigeeAreAskedAtTheSameTime() throws Exception {
        try (GraphServer one = GraphServer.builder(Blog.engine()).port(0).start();
                GraphServer other = GraphServer.builder(Blog.engine()).port(0).start();
                Client first = Client.connect(one.uri().resolve("/graphql").toString());
                Client second = Client.connect(other.uri().resolve("/graphql").toString())) {
            GraphqlSource source = GraphqlSource.builder()
                    .server(GraphqlServer.of("one", first))
                    .server(GraphqlServer.of("other", second)
                            .typePrefix("Other")
                            .fieldPrefix("other_"))
                    .build();
            Response response = Gateway.of(
                            Wiring.builder().source(source),
                            "extend type User { twin: OtherUser @remote(server: \"other\", field: \"users\","
                                    + " batch: {argument: \"ids\", from: \"parent.id\", key: \"id\"}) }")
                    .run("{ post(id: \"p1\") { title } other_post(id: \"p2\") { title } nodes { ... on User { twin"
                            + " { name } } } }");
            assertThat(response.toString())
                    .isEqualTo("{\"data\":{\"post\":{\"title\":\"Title 1\"},\"other_post\":{\"title\":\"Title 2\"},"
                            + "\"nodes\":[{\"twin\":{\"name\":\"Ada\"}},{},{\"twin\":{\"name\":\"Cy\"}}]}}");
            assertThat(response.summary().calls()).containsOnly(Map.entry("one", 1), Map.entry("other", 2));
        }
    }
}
