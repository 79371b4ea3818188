package dev.perigee.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a project is built, as far as its files tell. */
final class BuildHint {
    private BuildHint() {}

    /** Such as {@code : mvn -pl examples/blog -am package}; nothing for what is not built with Maven. */
    static String of(Path directory) {
        Path project = directory.toAbsolutePath().normalize();
        if (!Files.exists(project.resolve("pom.xml"))) return "";
        for (Path parent = project.getParent(); parent != null; parent = parent.getParent()) {
            Path module = parent.relativize(project);
            if (hasModule(parent.resolve("pom.xml"), module)) {
                return ": mvn -f " + parent.resolve("pom.xml") + " -pl " + module + " -am package";
            }
        }
        return ": mvn -f " + project.resolve("pom.xml") + " package";
    }

    private static boolean hasModule(Path pom, Path module) {
        try {
            return Files.exists(pom)
                    && Files.readString(pom, UTF_8)
                            .contains("<module>" + module.toString().replace('\\', '/') + "</module>");
        } catch (IOException e) {
            return false; // only a hint
        }
    }
}
