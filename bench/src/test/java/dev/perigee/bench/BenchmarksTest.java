package dev.perigee.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.bench.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

class BenchmarksTest {
    /**
     * Each benchmark checks that both sides do the same work before it is timed. Once is enough to see that they do, and
     * that the page finds all of them; the times say nothing.
     */
    @Test
    void all_benchmarks_find_their_sides_equal_and_make_a_page(@TempDir Path folder) throws Exception {
        System.setProperty("jmh.ignoreLock", "true"); // a measurement may be running beside this build
        Path results = folder.resolve("results.json");
        new Runner(new OptionsBuilder()
                        .include("^dev\\.perigee\\.bench\\.")
                        .forks(0)
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .output(Path.of("target", "benchmarks-test.log").toString())
                        .resultFormat(ResultFormatType.JSON)
                        .result(results.toString())
                        .build())
                .run();
        Report.main(new String[] {results.toString(), folder.toString()});
        assertThat(Files.readString(folder.resolve("benchmarks.md"))).contains("| { hello } |", "graphql-java 2");
        assertThat(Files.readString(folder.resolve("benchmarks.svg"))).contains("{ hello }");
    }
}
