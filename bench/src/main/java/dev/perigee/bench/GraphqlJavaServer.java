package dev.perigee.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * graphql-java as its users run it: valid documents are kept in a map, and Jackson writes the result. There is
 * no instrumentation, and {@link ExecuteBenchmark#preparePeer} adds data loaders where an operation needs them, since
 * graphql-java does less where there are none.
 */
final class GraphqlJavaServer implements Server {
    private final GraphQL graphql;
    private final Consumer<ExecutionInput.Builder> preparation;
    private final ObjectMapper json = new ObjectMapper();

    private GraphqlJavaServer(GraphQL graphql, Consumer<ExecutionInput.Builder> preparation) {
        this.graphql = graphql;
        this.preparation = preparation;
    }

    static GraphqlJavaServer of(
            String sdl, RuntimeWiring wiring, Consumer<ExecutionInput.Builder> preparation, Cache cache) {
        var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring);
        GraphQL.Builder builder = GraphQL.newGraphQL(schema);
        if (cache == Cache.ON) builder.preparsedDocumentProvider(documents());
        return new GraphqlJavaServer(builder.build(), preparation);
    }

    @Override
    public byte[] answer(byte[] document) throws IOException {
        ExecutionInput.Builder request = ExecutionInput.newExecutionInput(new String(document, UTF_8));
        preparation.accept(request);
        return json.writeValueAsBytes(graphql.execute(request.build()).toSpecification());
    }

    private static PreparsedDocumentProvider documents() {
        Map<String, PreparsedDocumentEntry> known = new ConcurrentHashMap<>();
        return (input, parse) ->
                CompletableFuture.completedFuture(known.computeIfAbsent(input.getQuery(), query -> parse.apply(input)));
    }
}
