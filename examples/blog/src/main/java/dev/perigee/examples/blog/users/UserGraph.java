package dev.perigee.examples.blog.users;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.users.v1.User;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.graph.GraphOptions;
import java.util.List;

/** What stands behind {@code schema/users.graphqls}: the service itself, and one field that only Java code has. */
public final class UserGraph implements GraphModule {
    /** Ids and times are as everywhere in the graph. The methods are called where the schema says so, and are no fields. */
    static final GraphOptions OPTIONS = GraphOptions.builder()
            .ids("*.id")
            .integers(GraphOptions.Integers.NUMBERS)
            .hide("blog.users.v1.UserService.GetUser", "blog.users.v1.UserService.BatchGetUsers")
            .include(List.of("User"))
            .build();

    private final Upstream service;

    /** @param port where the service listens on this machine */
    public UserGraph(int port) {
        this.service = Upstream.to("users", List.of("localhost:" + port)).build();
    }

    @Override
    public void wire(Wiring.Builder graph) throws Exception {
        var source = GrpcSource.builder()
                .server(GrpcServer.of(service))
                .options(OPTIONS)
                .messages(User.getDefaultInstance())
                .build();
        graph.source(source).type("User", User.class, new UserResolver());
    }

    /** The same service, for Java code. */
    public UserDirectory directory() {
        return new UserDirectory(service);
    }

    /** Ends its connections. */
    @Override
    public void close() {
        service.close();
    }
}
