package dev.perigee.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dataloader.DataLoader;

/** Makes {@code benchmarks.md} and {@code benchmarks.svg} of what JMH wrote: {@code Report results.json docs}. */
public final class Report {
    private static final Pattern JAR = Pattern.compile(".*/([^/]+)-(\\d[^/]*)\\.jar");

    private Report() {}

    public static void main(String[] args) throws IOException {
        Measurements run = Measurements.read(Path.of(args[0]));
        Path folder = Files.createDirectories(Path.of(args[1]));
        Page page = new Page(run, peers(), machine(run), LocalDate.now());
        Files.writeString(folder.resolve("benchmarks.md"), page.markdown());
        Files.writeString(folder.resolve("benchmarks.svg"), new Chart(run).svg());
    }

    private static String peers() {
        return "%s, with %s and %s"
                .formatted(version(GraphQL.class), version(DataLoader.class), version(ObjectMapper.class));
    }

    /** Name and version of a library, as its jar is called. */
    private static String version(Class<?> of) {
        Matcher jar = JAR.matcher(
                of.getProtectionDomain().getCodeSource().getLocation().getPath());
        if (!jar.matches()) throw new IllegalStateException("Not from a jar: " + of);
        return jar.group(1) + " " + jar.group(2);
    }

    private static String machine(Measurements run) {
        return "%s; %d cores, %s %s"
                .formatted(
                        run.vm(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
