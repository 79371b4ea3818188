package dev.perigee.grpc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.relation.MessageTypes;
import dev.perigee.grpc.relation.Relation;
import dev.perigee.grpc.relation.Relations;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Relations that options declare are bound as those in SDL are, by fields too that the graph hides. */
class RelationOptionsTest {
    @Test
    void bind_to_the_idl() {
        Idl idl = Protos.folder(Path.of("src/test/resources/dev/perigee/grpc/graph/idl/relations"));
        GrpcGraph graph = GrpcGraph.of(idl, GraphOptions.DEFAULT);

        Relations relations = Relations.of(Protos.read(graph), MessageTypes.of(graph), idl);

        assertThat(relations.all())
                .extracting(Relation::coordinate)
                .containsExactlyInAnyOrder("Person.friends", "Person.manager", "Person.reports");
    }
}
