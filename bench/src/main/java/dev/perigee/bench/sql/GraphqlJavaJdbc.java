package dev.perigee.bench.sql;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.bench.Getter;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;

/** graphql-java with java-dataloader: the same three statements, by hand-written batch loaders. */
final class GraphqlJavaJdbc implements Answer {
    private static final String SDL = """
        type Query { artists(first: Int): Artists! }
        type Artists { nodes: [Artist!]! }
        type Artist { name: String! albums: [Album!]! }
        type Album { title: String! tracks: [Track!]! }
        type Track { name: String! milliseconds: Int! }
        """;

    private final DataSource pool;
    private final GraphQL graphql;
    private final ObjectMapper json = new ObjectMapper();

    private record Artist(long id, String name) {}

    private record Album(long id, String title) {}

    private record Track(String name, int milliseconds) {}

    GraphqlJavaJdbc(DataSource pool) {
        this.pool = pool;
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(TypeRuntimeWiring.newTypeWiring("Query")
                        .dataFetcher("artists", environment -> Map.of("nodes", artists())))
                .type(TypeRuntimeWiring.newTypeWiring("Artist")
                        .dataFetcher("name", new Getter<>(Artist::name))
                        .dataFetcher(
                                "albums",
                                of -> load(
                                        "albums",
                                        GraphqlJavaJdbc.<Artist>source(of).id(),
                                        of)))
                .type(TypeRuntimeWiring.newTypeWiring("Album")
                        .dataFetcher("title", new Getter<>(Album::title))
                        .dataFetcher(
                                "tracks",
                                of -> load(
                                        "tracks",
                                        GraphqlJavaJdbc.<Album>source(of).id(),
                                        of)))
                .type(TypeRuntimeWiring.newTypeWiring("Track")
                        .dataFetcher("name", new Getter<>(Track::name))
                        .dataFetcher("milliseconds", new Getter<>(Track::milliseconds)))
                .build();
        Map<String, PreparsedDocumentEntry> known = new ConcurrentHashMap<>();
        this.graphql = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring))
                .preparsedDocumentProvider((input, parse) ->
                        completedFuture(known.computeIfAbsent(input.getQuery(), query -> parse.apply(input))))
                .build();
    }

    @Override
    public byte[] bytes() throws IOException {
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        loaders.register("albums", loader(JdbcByHand.ALBUMS, row -> new Album(row.getLong(2), row.getString(3))));
        loaders.register("tracks", loader(JdbcByHand.TRACKS, row -> new Track(row.getString(2), row.getInt(3))));
        ExecutionInput input = ExecutionInput.newExecutionInput(PerigeeSql.DOCUMENT)
                .dataLoaderRegistry(loaders)
                .build();
        return json.writeValueAsBytes(graphql.execute(input).toSpecification());
    }

    private static <T> T source(DataFetchingEnvironment of) {
        return requireNonNull(of.getSource());
    }

    private static CompletableFuture<Object> load(String loader, long id, DataFetchingEnvironment of) {
        return requireNonNull(of.<Long, Object>getDataLoader(loader)).load(id);
    }

    private interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private List<Artist> artists() throws SQLException {
        List<Artist> artists = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(JdbcByHand.ARTISTS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) artists.add(new Artist(row.getLong(1), row.getString(2)));
        }
        return artists;
    }

    private <T> DataLoader<Long, List<T>> loader(String text, RowMapper<T> mapper) {
        return DataLoaderFactory.newMappedDataLoader((Set<Long> keys) -> {
            try {
                return completedFuture(children(text, keys, mapper));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private <T> Map<Long, List<T>> children(String text, Set<Long> keys, RowMapper<T> mapper) throws SQLException {
        Map<Long, List<T>> children = new HashMap<>();
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            statement.setArray(1, connection.createArrayOf("bigint", keys.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    children.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(mapper.map(row));
                }
            }
        }
        return children;
    }
}
