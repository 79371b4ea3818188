package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.language.Source;
import dev.perigee.schema.RandomSchemas;
import dev.perigee.schema.Schema;
import dev.perigee.validation.RandomOperations;
import dev.perigee.validation.RandomOperations.RandomRequest;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import graphql.schema.validation.InvalidSchemaException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random operations over random schemas and random data give the same data, key order included, as graphql-java gives.
 *
 * <p>The differences that are meant:
 *
 * <ul>
 *   <li>graphql-java's schemas have directives of its own, such as {@code @defer}: requests that look at the schema are left
 *       out, {@link IntrospectionQueryTest} is about them.
 *   <li>Perigee plans each concrete type of an interface by itself, and refuses a plan over its limit; graphql-java has
 *       none.
 *   <li>graphql-java writes anything as a String or ID, by {@code toString()}; Perigee refuses objects and lists. The
 *       data has none there.
 *   <li>Where several errors meet in one place that becomes null, graphql-java reports some of them, Perigee all: the
 *       specification leaves it open. So each error of graphql-java must be one of Perigee's, and each of Perigee's must
 *       be one of graphql-java's or lie below a place that is null in the data of both.
 * </ul>
 */
class GraphqlJavaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void gives_the_same_data() throws IOException {
        int compared = 0;
        for (int seed = 0; seed < 60; seed++) {
            String sdl = RandomSchemas.sdl(seed, 2 + seed % 6);
            Optional<GraphQL> peer = peer(sdl);
            if (peer.isEmpty()) continue; // it refuses some schemas that are valid
            Schema schema = Schema.of(Source.of("schema", sdl));
            Engine engine = Engine.builder(schema).build();
            for (int operation = 0; operation < 80; operation++) {
                RandomRequest request = RandomOperations.query(schema, 1000L * seed + operation, 40);
                if (request.document().matches("(?s).*__(schema|type)\\b.*")) continue;
                if (compare(schema, engine, peer.get(), request, operation)) compared++;
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    private static boolean compare(Schema schema, Engine engine, GraphQL peer, RandomRequest request, int seed)
            throws IOException {
        ExecutionResult expected = peer.execute(ExecutionInput.newExecutionInput(request.document())
                .operationName(request.operationName())
                .variables(request.variables())
                .root(new RandomObject(schema, schema.queryType(), seed))
                .build());
        if (!expected.isDataPresent()) return false; // refused before it ran: validation has a test of its own
        Response response = engine.execute(Request.builder(request.document())
                .operationName(request.operationName())
                .variables(request.variables())
                .rootValue(new RandomObject(schema, schema.queryType(), seed))
                .build());
        boolean isOverLimit =
                response.errors().stream().anyMatch(error -> error.code().equals("LIMIT_EXCEEDED"));
        if (isOverLimit) return false;
        JsonNode data = MAPPER.readTree(response.bytes()).get("data");
        assertThat(String.valueOf(data))
                .as("%s answered %s", request.document(), response)
                .isEqualTo(MAPPER.writeValueAsString(expected.getData()));
        compareErrors(request, response, expected, data);
        return true;
    }

    private static void compareErrors(
            RandomRequest request, Response response, ExecutionResult expected, JsonNode data) {
        Set<String> peers =
                paths(expected.getErrors().stream().map(GraphQLError::getPath).toList());
        Set<String> ours =
                paths(response.errors().stream().map(ResponseError::path).toList());
        assertThat(ours).as(request.document()).containsAll(peers);
        for (ResponseError error : response.errors()) {
            boolean isPeers = peers.contains(String.valueOf(error.path()));
            assertThat(isPeers || isBelowNull(data, error.path()))
                    .as("%s at %s", request.document(), error)
                    .isTrue();
        }
    }

    private static boolean isBelowNull(JsonNode data, List<Object> path) {
        JsonNode node = data;
        for (Object step : path) {
            if (node == null || node.isNull()) return true;
            node = step instanceof Integer index ? node.get(index) : node.get((String) step);
        }
        return false;
    }

    private static Set<String> paths(List<? extends List<Object>> paths) {
        return paths.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<GraphQL> peer(String sdl) {
        RuntimeWiring wiring =
                RuntimeWiring.newRuntimeWiring().wiringFactory(new ByMap()).build();
        try {
            GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring);
            return Optional.of(GraphQL.newGraphQL(schema).build());
        } catch (InvalidSchemaException e) {
            return Optional.empty();
        }
    }

    /** Reads fields from maps, and the types of their values from {@code __typename}. */
    private static final class ByMap implements WiringFactory {
        private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

        private static final TypeResolver TYPE = environment ->
                environment.getSchema().getObjectType((String) ((Map<?, ?>) environment.getObject()).get("__typename"));

        private final Map<String, GraphQLScalarType> scalars = new HashMap<>();

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return TYPE;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return TYPE;
        }

        @Override
        public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
            String name = environment.getFieldDefinition().getName();
            return field -> ((Map<?, ?>) field.getSource()).get(name);
        }

        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return !BUILT_IN.contains(environment.getScalarTypeDefinition().getName());
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            return scalars.computeIfAbsent(
                    environment.getScalarTypeDefinition().getName(),
                    name -> GraphQLScalarType.newScalar()
                            .name(name)
                            .coercing(new Anything())
                            .build());
        }
    }

    private static final class Anything implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

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
