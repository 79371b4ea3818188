package dev.perigee.grpc;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.perigee.data.SchemaSource;
import dev.perigee.data.Wiring;
import dev.perigee.grpc.gateway.DirectMethods;
import dev.perigee.grpc.gateway.GraphBinder;
import dev.perigee.grpc.gateway.Services;
import dev.perigee.grpc.graph.GraphException;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.IdlException;
import dev.perigee.grpc.input.GrpcScalars;
import dev.perigee.grpc.relation.Directives;
import dev.perigee.grpc.relation.RelationException;
import dev.perigee.grpc.wire.WriteOptions;
import dev.perigee.language.Source;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * gRPC services as a source of a graph, informed by their IDL alone. It stands behind each type and field of a schema that
 * is a message, a field of one, or a method; resolvers in Java and other sources may have all the others, also of the same
 * types. Immutable; its servers are called until it is closed.
 *
 * <pre>{@code
 * GrpcSource users = GrpcSource.builder()
 *         .server(GrpcServer.of(Upstream.to("users", List.of("localhost:50051")).build()))
 *         .build();
 * Wiring wiring = Wiring.builder().source(users).build();
 * }</pre>
 */
public final class GrpcSource implements SchemaSource, AutoCloseable {
    private final List<GrpcServer> servers;
    private final Services services;
    private final GrpcGraph graph;
    private final Builder settings;

    private GrpcSource(Builder builder, Idl idl, Routes routes) {
        this.servers = List.copyOf(builder.servers);
        this.settings = builder;
        this.graph = GrpcGraph.of(idl, routes.only(builder.options, idl));
        this.services = Services.of(idl, graph, routes, builder.writeOptions(idl));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What of the IDL the graph has. */
    public GrpcGraph graph() {
        return graph;
    }

    /** The schema of the services, as SDL. */
    public String schema() {
        return graph.sdl();
    }

    /** The schema of the services, which belongs to the graph. */
    @Override
    public List<Source> sdl() {
        return List.of(Source.of("the schema of the services", schema()));
    }

    @Override
    public List<Source> directives() {
        return List.of(Source.of("the directive of calls", Directives.SDL));
    }

    @Override
    public Map<String, Coercion> coercions() {
        return settings.options.hasNumbers() ? GrpcScalars.coercionsWithNumbers() : GrpcScalars.coercions();
    }

    /** @throws RelationException if the schema declares calls that the IDL does not have, with all that is wrong */
    @Override
    public void bind(Schema schema, Wiring.Builder wiring) {
        new GraphBinder(services, settings.needs, settings.parsers).bind(schema, wiring);
    }

    /**
     * The same services, called without a GraphQL document.
     *
     * @param schema of the graph: methods that it has no field for can't be called, and its rules of access hold
     */
    public Gateway gateway(Schema schema) {
        return new Gateway(DirectMethods.of(services, schema));
    }

    /** Ends all connections. */
    @Override
    public void close() {
        for (GrpcServer server : servers) server.upstream().close();
    }

    /** Collects a {@link GrpcSource}. For one thread. */
    public static final class Builder {
        private final List<GrpcServer> servers = new ArrayList<>();
        private final Map<String, List<String>> needs = new LinkedHashMap<>();
        private final Map<String, Parser<? extends Message>> parsers = new LinkedHashMap<>();
        private GraphOptions options = GraphOptions.DEFAULT;
        private WriteOptions.NonFinite nonFinite = WriteOptions.NonFinite.ERROR;

        private Builder() {}

        public Builder server(GrpcServer server) {
            servers.add(server);
            return this;
        }

        /** How the IDL becomes a graph. */
        public Builder options(GraphOptions options) {
            this.options = options;
            return this;
        }

        /** What becomes of {@code NaN} and infinities, which JSON has no number for; an error unless it is said. */
        public Builder nonFinite(WriteOptions.NonFinite form) {
            this.nonFinite = form;
            return this;
        }

        /**
         * Says what a field that is served by Java code or another source reads of its message: services are asked for
         * that only, in place of the whole message.
         *
         * @param coordinate such as {@code User.displayName}
         * @param paths in the names of the IDL, such as {@code first_name}
         */
        public Builder needs(String coordinate, String... paths) {
            needs.put(coordinate, List.of(paths));
            return this;
        }

        /**
         * Lets resolvers see messages as their generated class. Without, they see a
         * {@link dev.perigee.grpc.wire.WireMessage}.
         *
         * @param instance any message of the class, such as {@code User.getDefaultInstance()}
         */
        public Builder messages(Message instance) {
            parsers.put(instance.getDescriptorForType().getFullName(), instance.getParserForType());
            return this;
        }

        /**
         * Reads the IDL of all servers.
         *
         * @throws IdlException if a server's can't be had or is not valid, with everything that is wrong
         * @throws GraphException if it makes no graph, with everything that is wrong
         * @throws IllegalArgumentException if a validation rule can't be compiled, or a server is set to repeat calls that
         *     must not be
         */
        public GrpcSource build() throws IdlException {
            if (servers.isEmpty()) throw new IllegalArgumentException("No server was given");
            Map<String, Idl> byServer = new LinkedHashMap<>();
            Map<GrpcServer, List<String>> services = new LinkedHashMap<>();
            for (GrpcServer server : servers) {
                Idl idl = server.idl().read();
                if (byServer.put(server.upstream().name(), idl) != null) {
                    throw new IllegalArgumentException(
                            "Two servers have the name " + server.upstream().name());
                }
                services.put(
                        server,
                        idl.services().stream()
                                .map(ServiceDescriptor::getFullName)
                                .toList());
            }
            return new GrpcSource(this, MergedIdl.of(byServer), Routes.of(services));
        }

        private WriteOptions writeOptions(Idl idl) {
            return new WriteOptions(nonFinite, WriteOptions.DEFAULT.maxDepth(), url -> {
                return idl.message(url.substring(url.lastIndexOf('/') + 1));
            });
        }
    }
}
