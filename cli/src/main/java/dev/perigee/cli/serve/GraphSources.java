package dev.perigee.cli.serve;

import dev.perigee.data.SchemaSource;
import dev.perigee.grpc.Gateway;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a graph stands on beside code: a database, gRPC servers, GraphQL servers, connected until {@link #close}. */
final class GraphSources implements AutoCloseable {
    private final @Nullable SqlGraph sql;
    private final @Nullable GrpcServers servers;
    private final @Nullable GraphqlServers remotes;
    private final @Nullable ChangingSource changing;
    private volatile @Nullable GrpcVersion version;

    private GraphSources(
            @Nullable SqlGraph sql,
            @Nullable GrpcServers servers,
            @Nullable GrpcVersion version,
            @Nullable GraphqlServers remotes) {
        this.sql = sql;
        this.servers = servers;
        this.remotes = remotes;
        this.version = version;
        this.changing = version == null ? null : new ChangingSource(version.source());
    }

    /** @throws ServeException if the database can't be used, or an IDL or a schema not be had */
    static GraphSources open(Settings settings) throws ServeException {
        SqlGraph sql = settings.sql() == null ? null : SqlGraph.open(settings.sql());
        GrpcServers servers = null;
        GraphqlServers remotes = null;
        try {
            if (!settings.graphql().isEmpty()) remotes = GraphqlServers.connect(settings.graphql());
            if (settings.grpc() == null) return new GraphSources(sql, null, null, remotes);
            servers = GrpcServers.connect(settings.grpc());
            return new GraphSources(sql, servers, servers.read(), remotes);
        } catch (ServeException | RuntimeException e) {
            if (remotes != null) remotes.close();
            if (servers != null) servers.close();
            if (sql != null) sql.close();
            throw e;
        }
    }

    List<SchemaSource> all() {
        List<SchemaSource> all = new ArrayList<>();
        if (sql != null) all.add(sql.source());
        if (changing != null) all.add(changing);
        if (remotes != null) all.add(remotes.source());
        return all;
    }

    /** Null if there are no gRPC servers. */
    @Nullable GrpcVersion version() {
        return version;
    }

    /**
     * Null if methods can't be called without a GraphQL document.
     *
     * @param schema with fields for the methods that can be called
     */
    @Nullable Gateway gateway(Schema schema) {
        GrpcVersion current = version;
        if (servers == null || current == null || !servers.settings().hasRpc()) return null;
        return current.source().gateway(schema);
    }

    /** Of the IDLs of all servers, as they are now. */
    List<String> fingerprints() throws ServeException {
        return servers == null ? List.of() : servers.fingerprints();
    }

    /** What the IDLs of all servers say now. */
    GrpcVersion read() throws ServeException {
        if (servers == null) throw new IllegalStateException("No servers");
        return servers.read();
    }

    /** What engines that are built from now on get. */
    void become(@Nullable GrpcVersion next) {
        if (changing == null || next == null) return;
        changing.become(next.source());
        version = next;
    }

    @Override
    public void close() {
        if (remotes != null) remotes.close();
        if (servers != null) servers.close();
        if (sql != null) sql.close();
    }
}
