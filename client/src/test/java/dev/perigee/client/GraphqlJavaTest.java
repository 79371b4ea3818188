package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.JsonServer.Answer;
import dev.perigee.json.JsonWriter;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a server of another make: graphql-java behind the JDK's HTTP server. */
class GraphqlJavaTest {
    private static final String SDL = """
        type Query { greet(names: [Name!]!): [String!]!  broken: String }
        input Name { first: String!, last: String = "Nobody" }
        type Mutation { count: Int! }
        """;

    record Name(String first, String last) {}

    record Greetings(List<String> greet) {}

    private final JsonServer server = serve();
    private final Client client = Client.builder(server.uri()).build();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void it_runs_what_fits_its_schema() {
        client.fetchSchema();
        Operation<Greetings> greet = Operation.of("query G($names: [Name!]!) { greet(names: $names) }")
                .variable("names", List.of(new Name("Ada", "Lovelace"), new Name("Bob", null)))
                .as(Greetings.class);
        assertThat(client.execute(greet).orThrow())
                .isEqualTo(new Greetings(List.of("Hello Ada Lovelace", "Hello Bob Nobody")));
        assertThat(client.execute(Operation.of("mutation { count }")).orThrow()).isEqualTo(Map.of("count", 7));
    }

    @Test
    void its_errors_are_read() {
        Result<Map<String, Object>> result = client.execute(Operation.of("{ __typename broken }"));
        assertThat(result.data()).containsEntry("__typename", "Query").containsEntry("broken", null);
        assertThat(result.errors())
                .extracting(GraphqlError::toString)
                .containsExactly("1:14: Exception while fetching data (/broken) : It is broken. (broken)");
    }

    @Test
    void what_it_refuses_without_a_schema_here_is_refused_here_with_one() {
        Operation<?> wrong = Operation.of("{ brokn }");
        assertThatThrownBy(() -> client.execute(wrong))
                .isInstanceOf(RequestErrorException.class)
                .hasMessageContaining("brokn");
        client.fetchSchema();
        int asked = server.asked.size();
        assertThatThrownBy(() -> client.execute(wrong))
                .isInstanceOf(InvalidOperationException.class)
                .hasMessage("1:3: Cannot query field \"brokn\" on type \"Query\". Did you mean \"broken\"?");
        assertThat(server.asked).hasSize(asked);
    }

    @SuppressWarnings("unchecked") // variables are what the test sends
    private static JsonServer serve() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        query -> query.dataFetcher("greet", environment -> {
                                    List<Map<String, Object>> names = environment.getArgument("names");
                                    return names.stream()
                                            .map(name -> "Hello " + name.get("first") + " " + name.get("last"))
                                            .toList();
                                })
                                .dataFetcher("broken", environment -> {
                                    throw new IllegalStateException("It is broken.");
                                }))
                .type("Mutation", mutation -> mutation.dataFetcher("count", environment -> 7))
                .build();
        GraphQL graphql = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring))
                .build();
        return JsonServer.answering(asked -> {
            Object variables = asked.parameters().getOrDefault("variables", Map.of());
            ExecutionInput input = ExecutionInput.newExecutionInput(asked.document())
                    .variables((Map<String, Object>) variables)
                    .build();
            JsonWriter json = new JsonWriter();
            json.writeValue(new LinkedHashMap<>(graphql.execute(input).toSpecification()));
            return new Answer(200, Map.of("content-type", "application/json"), json.toByteArray());
        });
    }
}
