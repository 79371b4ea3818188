package dev.perigee.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** Generates Java for the schema that {@code perigee.yaml} names, and adds it to the sources of the project. */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    /** The folder with {@code perigee.yaml}. */
    @Parameter(defaultValue = "${project.basedir}", required = true)
    private File directory = new File(".");

    /** The folder of generated sources. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/perigee", required = true)
    private File output = new File("target/generated-sources/perigee");

    /** Whether to leave everything as it is. */
    @Parameter(property = "perigee.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts = List.of();

    private final ToolchainManager toolchains;

    @Inject
    GenerateMojo(ToolchainManager toolchains) {
        this.toolchains = toolchains;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || project == null) return;
        try {
            List<String> generatorClassPath = pluginArtifacts.stream()
                    .map(artifact -> artifact.getFile().getPath())
                    .toList();
            GeneratorProcess process = new GeneratorProcess(java(), generatorClassPath);
            List<String> problems =
                    process.run(directory.toPath(), output.toPath(), classPath(project), argumentFile());
            if (!problems.isEmpty()) throw new MojoFailureException(String.join("\n", problems));
        } catch (IOException e) {
            throw new MojoExecutionException("The generator can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted while generating", e);
        }
        project.addCompileSourceRoot(output.getPath());
    }

    /** What the project's own classes are compiled with, without themselves. */
    private static List<String> classPath(MavenProject project) {
        List<String> classPath = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            boolean isForCompiling = artifact.getArtifactHandler().isAddedToClasspath() && artifact.getFile() != null;
            if (isForCompiling) classPath.add(artifact.getFile().getPath());
        }
        return classPath;
    }

    private Path argumentFile() throws IOException {
        Path folder = Path.of(project == null ? "target" : project.getBuild().getDirectory());
        return Files.createDirectories(folder).resolve("perigee-generate.args");
    }

    /** Of the toolchain, or else Maven's own. */
    private String java() throws MojoExecutionException {
        Toolchain toolchain = session == null ? null : toolchains.getToolchainFromBuildContext("jdk", session);
        String found = toolchain == null ? null : toolchain.findTool("java");
        if (found != null) return found;
        int version = Runtime.version().feature();
        if (version < GeneratorProcess.LEAST_JAVA)
            throw new MojoExecutionException("The generator needs a JDK " + GeneratorProcess.LEAST_JAVA
                    + " or newer, and Maven runs on " + version
                    + ". Select one with the goal select-jdk-toolchain of maven-toolchains-plugin, or run"
                    + " Maven on it.");
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
