package dev.perigee.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

class BenchmarksTest {
    /** Both engines do the same work: each benchmark checks it before it is timed. Here nothing is timed. */
    @Test
    void every_benchmark_runs_and_finds_its_two_sides_equal() throws RunnerException {
        System.setProperty("jmh.ignoreLock", "true"); // a measurement may be running beside this build
        var results = new Runner(new OptionsBuilder()
                        .include("^dev\\.perigee\\.bench\\.")
                        .forks(0)
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .shouldFailOnError(true)
                        .output(Path.of("target", "benchmarks-test.log").toString())
                        .build())
                .run();
        assertThat(results).isNotEmpty();
    }
}
