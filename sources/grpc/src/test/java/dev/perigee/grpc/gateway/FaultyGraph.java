package dev.perigee.grpc.gateway;

import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.UpstreamBuilder;
import dev.perigee.grpc.graph.GraphOptions;
import io.grpc.Server;
import java.util.List;
import java.util.function.UnaryOperator;

/** Graphs over {@link ScriptedPeople}. */
final class FaultyGraph {
    static final String OVERLAY = """
        extend type Person {
          boss: Person @grpc(method: "social.v1.People/GetPerson", with: {id: "parent.boss_id"})
        }
        """;

    private FaultyGraph() {}

    static GraphServer of(ScriptedPeople people) throws Exception {
        return of(people, upstream -> upstream);
    }

    static GraphServer of(ScriptedPeople people, UnaryOperator<UpstreamBuilder> settings) throws Exception {
        Server server = GraphServer.serve(0, people);
        return of(List.of(server), settings.apply(GraphServer.to("people", server)));
    }

    static GraphServer of(List<Server> servers, UpstreamBuilder upstream) throws Exception {
        GrpcSource source = GrpcSource.builder()
                .server(ScriptedPeople.server(upstream))
                .options(GraphOptions.builder().ids("*.id").build())
                .build();
        return GraphServer.of(servers, source, OVERLAY);
    }
}
