package dev.perigee.cli;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The launcher in a checkout of its own that has been built, with a PATH and a root of the file system of its own, so that it
 * finds no JDK and no Maven but those of a test.
 */
final class Checkout {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final FileTime BUILT = FileTime.fromMillis(1_100_000_000_000L);

    final Path home;
    final Path root;
    private final Path path;

    Checkout(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("a checkout")).toRealPath();
        root = Files.createDirectories(folder.resolve("root"));
        path = Files.createDirectories(folder.resolve("path"));
        for (String tool : List.of("dirname", "find", "head", "ln", "mkdir", "mv", "readlink", "rm", "tail", "touch")) {
            Files.createSymbolicLink(path.resolve(tool), onPath(tool));
        }
        String script = Files.readString(Path.of("../perigee"));
        for (String top : List.of("/usr/", "/opt/", "/Library/"))
            script = script.replace(" " + top, " \"" + root + "\"" + top);
        script(home.resolve("perigee"), script);
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(home.resolve("pom.xml"), LONG_AGO);
        writeJar();
        Path built = Files.createDirectories(home.resolve("target")).resolve("perigee.built");
        Files.setLastModifiedTime(Files.createFile(built), BUILT);
    }

    /** The command with the classes of this build. */
    private void writeJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, "dev.perigee.cli.Main");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(joining(" "));
        manifest.getMainAttributes().put(Name.CLASS_PATH, classPath);
        Path jar = home.resolve("cli/target/perigee.jar");
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private static Path onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + tool + " on the PATH."));
    }

    /** A JDK of that version whose {@code java} prints its home and its arguments, a line each, and exits with 7. */
    Path jdk(Path jdk, String version) throws IOException {
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"a test\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        script(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' '" + jdk + "' \"$@\"\nexit 7\n");
        return jdk;
    }

    void maven(String script) throws IOException {
        script(path.resolve("mvn"), "#!/bin/sh\n" + script);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) throw new IOException("Can't make executable: " + file);
    }

    CommandRun run(Path script, Path javaHome, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = script.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().clear();
        process.environment().put("PATH", path.toString());
        process.environment().put("HOME", root.toString());
        process.environment().put("JAVA_HOME", javaHome.toString());
        // Classes in folders can't be archived.
        process.environment().put("PERIGEE_JAVA_OPTS", "-Xshare:off -Dlauncher=tested");
        Process running = process.start();
        running.getOutputStream().close();
        return new CommandRun(running.waitFor(), Files.readString(out), Files.readString(err));
    }
}
