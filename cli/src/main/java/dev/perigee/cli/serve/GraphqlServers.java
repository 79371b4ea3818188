package dev.perigee.cli.serve;

import dev.perigee.client.Client;
import dev.perigee.client.GraphqlException;
import dev.perigee.data.SchemaSource;
import dev.perigee.graphql.GraphqlServer;
import dev.perigee.graphql.GraphqlSource;
import dev.perigee.graphql.RemoteException;
import java.util.ArrayList;
import java.util.List;

/** The GraphQL servers of a graph, with their schemas as they were at the start, until {@link #close}. */
final class GraphqlServers implements AutoCloseable {
    private final List<Client> clients = new ArrayList<>();
    private final SchemaSource source;

    private GraphqlServers(List<GraphqlServerSettings> settings) throws ServeException {
        GraphqlSource.Builder builder = GraphqlSource.builder();
        for (GraphqlServerSettings server : settings) {
            Client client = server.client().build();
            clients.add(client);
            builder.server(server.asPart().apply(GraphqlServer.of(server.name(), client)));
        }
        try {
            source = builder.build();
        } catch (RemoteException e) {
            close();
            throw new ServeException(e.problems());
        } catch (GraphqlException e) {
            close();
            throw new ServeException(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** @throws ServeException if a schema can't be had, or is not what the settings say of it */
    static GraphqlServers connect(List<GraphqlServerSettings> settings) throws ServeException {
        return new GraphqlServers(settings);
    }

    SchemaSource source() {
        return source;
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
    }
}
