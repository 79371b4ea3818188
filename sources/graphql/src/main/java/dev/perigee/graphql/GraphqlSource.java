package dev.perigee.graphql;

import dev.perigee.client.Client;
import dev.perigee.client.GraphqlException;
import dev.perigee.data.SchemaSource;
import dev.perigee.data.Wiring;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * GraphQL servers as a source of a graph. It stands behind each type and field of a schema that one of the servers has, and
 * behind those that {@code @remote} declares; Java code and other sources may have all the others, also of the same types.
 * Immutable.
 *
 * <pre>{@code
 * GraphqlSource blog = GraphqlSource.of(Client.connect("https://blog.internal/graphql"));
 * Wiring wiring = Wiring.builder().source(blog).build();
 * Engine engine = Engine.builder(wiring.reader(files).read()).wiring(wiring).build();
 * }</pre>
 */
public final class GraphqlSource implements SchemaSource {
    private final List<Remote> remotes;
    private final Map<String, List<String>> needs;

    private GraphqlSource(Builder builder) {
        this.remotes = builder.servers.stream().map(GraphqlServer::connect).toList();
        this.needs = Map.copyOf(builder.needs);
        Set<String> names = new HashSet<>();
        for (Remote remote : remotes) {
            if (!names.add(remote.name()))
                throw new IllegalArgumentException("Two servers have the name " + remote.name());
        }
    }

    /**
     * One server, called {@code graphql} in logs, under its own names.
     *
     * @throws GraphqlException as {@link Builder#build}
     */
    public static GraphqlSource of(Client client) {
        return builder().server(GraphqlServer.of("graphql", client)).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The schemas of the servers, in the names of the graph. */
    @Override
    public List<Source> sdl() {
        return remotes.stream().map(RemoteSdl::of).toList();
    }

    @Override
    public List<Source> directives() {
        return List.of(Source.of("the directive of remote fields", Directives.SDL));
    }

    /** @throws RemoteException if the schema declares what the servers do not have, with all that is wrong */
    @Override
    public void bind(Schema schema, Wiring.Builder wiring) {
        new GraphBinder(remotes, needs, schema, wiring).bind();
    }

    /** Collects a {@link GraphqlSource}. For one thread. */
    public static final class Builder {
        private final List<GraphqlServer> servers = new ArrayList<>();
        private final Map<String, List<String>> needs = new LinkedHashMap<>();

        private Builder() {}

        public Builder server(GraphqlServer server) {
            servers.add(server);
            return this;
        }

        /**
         * Says what a field that is served by Java code reads of its object: the server is asked for these in place of all
         * its leaves.
         *
         * @param coordinate such as {@code User.displayName}
         * @param fields of the same type, leaves without arguments: {@code firstName}
         */
        public Builder needs(String coordinate, String... fields) {
            needs.put(coordinate, List.of(fields));
            return this;
        }

        /**
         * Asks the servers for their schemas, as far as their clients do not know them.
         *
         * @throws GraphqlException if a schema can't be had
         * @throws RemoteException if a name is to be changed that is not there
         */
        public GraphqlSource build() {
            if (servers.isEmpty()) throw new IllegalArgumentException("No server was given");
            return new GraphqlSource(this);
        }
    }
}
