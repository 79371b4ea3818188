package dev.perigee.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    private final List<String> results = new ArrayList<>();

    @BeforeEach
    void measure() {
        for (String input : List.of("INTROSPECTION", "QUERY", "SDL")) {
            both("ParseBenchmark", "\"input\": \"%s\"".formatted(input), 10, 300);
        }
        both("ValidateBenchmark", "", 50, 400);
        for (String name : List.of("ScalarList", "LoadedUser", "NestedList", "Hello")) {
            both(name + "Benchmark", "\"cache\": \"ON\"", 100, 1_000);
            both(name + "Benchmark", "\"cache\": \"OFF\"", 200, 1_000);
        }
        result("ByHandBenchmark.byHand", "", 80, 1_000);
    }

    @Test
    void a_row_says_what_was_measured_and_what_is_aimed_for() throws IOException {
        assertThat(page())
                .contains("| parse a query with fragments, 3 KB | 10.0 µs ± 5 % | 300 µs ± 5 % | **30.0 ×** (20) |"
                        + " 20.0 KB | 600 KB | **30.0 ×** (10) |");
    }

    @Test
    void what_misses_its_aim_says_so() throws IOException {
        assertThat(page())
                .contains("| validate the 3 KB query | 50.0 µs ± 5 % | 400 µs ± 5 % | **8.00 ×** (10, missed) |"
                        + " 100 KB | 800 KB | **8.00 ×** (10, missed) |");
    }

    @Test
    void the_same_by_hand_has_a_sentence() throws IOException {
        assertThat(page()).contains("takes 80.0 µs ± 5 % and allocates 1.00 MB").contains("takes **1.25 ×** as long");
    }

    @Test
    void the_chart_has_a_bar_for_each_row() throws IOException {
        assertThat(new Chart(run()).svg().lines().filter(line -> line.startsWith("<rect")))
                .hasSize(12);
    }

    @Test
    void a_run_without_all_benchmarks_makes_no_page() {
        results.removeLast();
        assertThatThrownBy(this::page)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No result of ByHandBenchmark.byHand among [ParseBenchmark.perigee INTRO");
    }

    private String page() throws IOException {
        return new Page(run(), "graphql-java", "some machine", LocalDate.EPOCH).markdown();
    }

    private Measurements run() throws IOException {
        Path file = folder.resolve("results.json");
        return Measurements.read(Files.writeString(file, "[" + String.join(",", results) + "]"));
    }

    private void both(String benchmark, String parameters, int perigee, int peer) {
        result(benchmark + ".perigee", parameters, perigee, perigee * 2);
        result(benchmark + ".graphqlJava", parameters, peer, peer * 2);
    }

    /** As JMH writes it. */
    private void result(String benchmark, String parameters, int micros, int kilobytes) {
        results.add("""
            {"benchmark": "dev.perigee.bench.%s", "vmName": "VM", "vmVersion": "25", "params": {%s},
             "primaryMetric": {"score": %d, "scoreError": %s, "scoreUnit": "us/op"},
             "secondaryMetrics": {"gc.alloc.rate.norm": {"score": %d000.0}}}
            """.formatted(benchmark, parameters, micros, micros / 20.0, kilobytes));
    }
}
