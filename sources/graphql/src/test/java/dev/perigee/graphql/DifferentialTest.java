package dev.perigee.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Asking through the graph is as asking the remote itself. */
class DifferentialTest {
    private static final int QUERIES = 400;

    @Test
    void randomQueriesAreAnsweredAsTheRemoteAnswersThem() throws Exception {
        Engine direct = Blog.engine();
        int failed = 0;
        try (TestRemote remote = TestRemote.of(direct)) {
            Gateway gateway = Gateway.of(remote, "extend type User { mine: String @deprecated }");
            for (int seed = 0; seed < QUERIES; seed++) {
                String document = new RandomQuery(direct.schema(), seed).document();
                Response expected = direct.execute(Request.of(document));
                Response actual = gateway.run(document);
                assertThat(data(actual)).as("seed %s: %s", seed, document).isEqualTo(data(expected));
                assertThat(Gateway.errors(actual))
                        .as("seed %s: %s", seed, document)
                        .isEqualTo(Gateway.errors(expected));
                assertThat(remote.documents()).as("seed %s: %s", seed, document).hasSizeLessThanOrEqualTo(1);
                if (!expected.errors().isEmpty()) failed++;
            }
        }
        assertThat(failed).isBetween(QUERIES / 10, QUERIES * 9 / 10);
    }

    private static JsonNode data(Response response) throws Exception {
        return TestRemote.JSON.readTree(response.bytes()).get("data");
    }

    @Test
    void aServerOfGraphqlJavaIsARemoteLikeAnother() throws Exception {
        GraphQL server = graphqlJava();
        try (TestRemote remote = new TestRemote((asked, exchange) ->
                TestRemote.JSON.writeValueAsBytes(server.execute(ExecutionInput.newExecutionInput(asked.query())
                                .variables(asked.variables())
                                .build())
                        .toSpecification()))) {
            Gateway gateway = Gateway.of(
                    remote,
                    "extend type Post { other: User @remote(field: \"users\","
                            + " batch: {argument: \"ids\", from: \"parent.authorId\", key: \"id\"}) }");
            Response response =
                    gateway.run("{ posts(first: 2) { title other { name fails } } nodes { __typename id } broken }");
            assertThat(Gateway.data(response).toString())
                    .isEqualTo("{posts=[{title=One, other={name=Ada, fails=null}}, {title=One, other={name=Ada,"
                            + " fails=null}}], nodes=[{__typename=User, id=u1}, {__typename=Post, id=p1}],"
                            + " broken=null}");
            assertThat(Gateway.errors(response).lines())
                    .hasSize(3)
                    .allMatch(line -> line.contains("UPSTREAM_ERROR Exception while fetching data"));
            assertThat(remote.documents()).hasSize(2);
        }
    }

    private static GraphQL graphqlJava() {
        DataFetcher<Object> fails = environment -> {
            throw new IllegalStateException("no");
        };
        Map<String, Object> user = Map.of("kind", "User", "id", "u1", "name", "Ada");
        Map<String, Object> post = Map.of("kind", "Post", "id", "p1", "title", "One", "authorId", "u1");
        GraphQLScalarType moment = GraphQLScalarType.newScalar()
                .name("Moment")
                .coercing(new Coercing<Object, Object>() {})
                .build();
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(moment)
                .type(
                        "Query",
                        type -> type.dataFetcher("posts", environment -> List.of(post, post))
                                .dataFetcher("users", environment -> List.of(user))
                                .dataFetcher("nodes", environment -> List.of(user, post))
                                .dataFetcher("broken", fails))
                .type("User", type -> type.dataFetcher("fails", fails))
                .type(
                        "Node",
                        type -> type.typeResolver(environment -> environment
                                .getSchema()
                                .getObjectType(((Map<?, ?>) environment.getObject())
                                        .get("kind")
                                        .toString())))
                .type("Hit", type -> type.typeResolver(environment -> null))
                .build();
        return GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(Blog.SDL), wiring))
                .build();
    }
}
