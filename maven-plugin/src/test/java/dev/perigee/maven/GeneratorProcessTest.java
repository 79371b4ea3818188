package dev.perigee.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator in a process, as a build starts it. */
class GeneratorProcessTest {
    private static final List<String> CLASS_PATH =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator));

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectory(temporary.resolve("a folder \"with\" spaces"));
        Files.writeString(
                folder.resolve("perigee.yaml"), "schema: schema.graphqls\ngenerate: {package: com.example}\n");
    }

    @Test
    void generates() throws Exception {
        Files.writeString(folder.resolve("schema.graphqls"), "type Query { size: Int }");
        assertThat(run()).isEmpty();
        assertThat(folder.resolve("out/com/example/QueryRoots.java")).content().contains("@Nullable Integer size(");
    }

    @Test
    void gives_what_is_wrong_with_its_place() throws Exception {
        Files.writeString(folder.resolve("schema.graphqls"), "type Query {\n  a: Book\n}\n");
        assertThat(run())
                .singleElement()
                .asString()
                .contains("schema.graphqls:2:6: ")
                .contains("\"Book\"");
    }

    @Test
    void binds_classes_of_the_class_path() throws Exception {
        Files.writeString(
                folder.resolve("perigee.yaml"),
                "schema: schema.graphqls\ngenerate:\n  package: com.example\n"
                        + "  types: {Kind: dev.perigee.codegen.settings.ResolverKind}\n");
        Files.writeString(folder.resolve("schema.graphqls"), "type Query { kind: Kind } enum Kind { CALL }");
        assertThat(run()).isEmpty();
        assertThat(folder.resolve("out/com/example/GraphWiring.java")).content().contains("ResolverKind.CALL");
    }

    private List<String> run() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new GeneratorProcess(java, CLASS_PATH)
                .run(folder, folder.resolve("out"), CLASS_PATH, temporary.resolve("generate.args"));
    }
}
