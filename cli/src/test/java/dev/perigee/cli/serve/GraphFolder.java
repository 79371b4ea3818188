package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A folder with a graph in it: settings, a schema, and code that is compiled on the spot. */
public record GraphFolder(Path path) {
    private static final String SERVICE = "META-INF/services/dev.perigee.data.GraphModule";

    /** A graph that says hello, and has its closing noticed in {@link #hasClosed}. */
    public static GraphFolder hello(Path path) throws IOException {
        GraphFolder folder = new GraphFolder(path);
        folder.write("perigee.yaml", "schema: schema.graphqls\ncode: classes\nport: 0\n");
        folder.write("schema.graphqls", "type Query {\n  hello: String!\n  slow: String!\n}\n");
        folder.module("""
            wiring.query("hello", (arguments, context) -> "hello from " + getClass().getClassLoader().getName());
            wiring.query("slow", (arguments, context) -> {
                java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                Thread.sleep(1000);
                return "done";
            });
            """.formatted(path.resolve("slow-began")));
        return folder;
    }

    public Path write(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Makes {@code classes} with a module of these statements. */
    public void module(String wire) throws IOException {
        compile("classes", List.of(), "graph.HelloModule", """
            package graph;
            public final class HelloModule implements dev.perigee.data.GraphModule {
                @Override public void wire(dev.perigee.data.Wiring.Builder wiring) throws Exception {
                    %s
                }
                @Override public void close() throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "");
                }
            }
            """.formatted(wire, path.resolve("closed")));
        write("classes/" + SERVICE, "graph.HelloModule\n");
    }

    void compile(String folder, List<String> more, String className, String source) throws IOException {
        Path file = write("src/" + className.replace('.', '/') + ".java", source);
        String classPath = Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        more.stream().map(name -> path.resolve(name).toString()))
                .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                .orElseThrow();
        Path out = Files.createDirectories(path.resolve(folder));
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", out.toString(), file.toString());
        assertThat(exitCode).isZero();
    }

    /** Makes a jar of a folder, and deletes the folder. */
    void jar(String folder, String jar) throws IOException {
        Path root = path.resolve(folder);
        Files.createDirectories(path.resolve(jar).getParent());
        try (OutputStream out = Files.newOutputStream(path.resolve(jar));
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, entries);
                Files.delete(file);
            }
        }
    }

    public boolean hasClosed() {
        return Files.exists(path.resolve("closed"));
    }

    public boolean slowHasBegun() {
        return Files.exists(path.resolve("slow-began"));
    }
}
