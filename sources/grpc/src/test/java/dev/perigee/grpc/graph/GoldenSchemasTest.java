package dev.perigee.grpc.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.grpc.idl.Idl;
import dev.perigee.language.OperationType;
import dev.perigee.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each folder has an IDL, and the schema and report that it makes; {@code -Dgolden.update} rewrites those. */
class GoldenSchemasTest {
    @TestFactory
    Stream<DynamicTest> schemas() throws Exception {
        Path cases = Path.of("src/test/resources/dev/perigee/grpc/graph/idl");
        try (Stream<Path> folders = Files.list(cases)) {
            return folders.sorted().toList().stream()
                    .map(folder -> dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws Exception {
        Idl idl = Protos.folder(folder);
        GrpcGraph graph = GrpcGraph.of(idl, GraphOptions.DEFAULT);
        Schema schema = Protos.read(graph);
        assertThat(schema.rootType(OperationType.QUERY)).isNotNull();
        checkFile(folder.resolve("schema.graphqls"), graph.sdl());
        checkFile(folder.resolve("report.txt"), String.join("\n", graph.report()) + "\n");
    }

    private static void checkFile(Path file, String actual) throws Exception {
        String update = System.getProperty("golden.update", "-");
        if (update.isEmpty() || update.equals("true")) Files.writeString(file, actual);
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
