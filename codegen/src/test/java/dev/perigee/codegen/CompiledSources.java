package dev.perigee.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources compiled as a strict project compiles them: all warnings of javac are errors. */
public final class CompiledSources {
    private CompiledSources() {}

    /** Compiles folders of sources together, against the class path of the tests. */
    public static void check(Path classes, Path... folders) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter out = new StringWriter();
        Files.createDirectories(classes);
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) sources.addAll(javaFiles(folder));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var options = List.of(
                    "-Xlint:all",
                    "-Werror",
                    "-proc:none",
                    "--release",
                    "21",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            boolean isCompiled = compiler.getTask(
                            out, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(out.toString()).isEmpty();
            assertThat(isCompiled).isTrue();
        }
    }

    /** As {@link #check}, and loads what was compiled. */
    public static ClassLoader load(Path classes, Path... folders) throws IOException {
        check(classes, folders);
        return new URLClassLoader(new URL[] {url(classes)}, CompiledSources.class.getClassLoader());
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
