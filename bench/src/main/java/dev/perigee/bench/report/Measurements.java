package dev.perigee.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of one run, by benchmark and parameters, such as {@code ParseBenchmark.perigee QUERY}. */
final class Measurements {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Map<String, Measurement> byName;
    private final Map<String, Double> counters;
    private final String vm;

    private Measurements(Map<String, Measurement> byName, Map<String, Double> counters, String vm) {
        this.byName = byName;
        this.counters = counters;
        this.vm = vm;
    }

    /** Reads what JMH wrote with {@code -rf json -prof gc}. */
    static Measurements read(Path file) throws IOException {
        Map<String, Measurement> byName = new LinkedHashMap<>();
        Map<String, Double> counters = new LinkedHashMap<>();
        String vm = "";
        for (JsonNode result : new ObjectMapper().readTree(file.toFile())) {
            byName.put(name(result), measurement(result));
            count(result, counters);
            vm = "%s, %s"
                    .formatted(
                            result.path("vmName").asText(),
                            result.path("vmVersion").asText());
        }
        return new Measurements(byName, counters, vm);
    }

    /** What a benchmark counts by itself; JMH's own have a dot in their names. */
    private static void count(JsonNode result, Map<String, Double> counters) {
        for (var counter : result.path("secondaryMetrics").properties()) {
            if (counter.getKey().contains(".")) continue;
            List<Double> each = new ArrayList<>();
            for (JsonNode fork : counter.getValue().path("rawData")) fork.forEach(value -> each.add(value.asDouble()));
            double mean =
                    each.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            counters.put(name(result) + ":" + counter.getKey(), mean);
        }
    }

    /** Whether the run had a benchmark of this beginning. */
    boolean has(String beginning) {
        return byName.keySet().stream().anyMatch(name -> name.startsWith(beginning));
    }

    /** The mean of what a benchmark has counted in an iteration. @throws IllegalArgumentException if the run did not have it */
    double counter(String benchmark, String counter) {
        Double found = counters.get(benchmark + ":" + counter);
        if (found == null) throw new IllegalArgumentException("No " + counter + " of " + benchmark);
        return found;
    }

    /** @throws IllegalArgumentException if the run did not have it */
    Measurement of(String name) {
        Measurement found = byName.get(name);
        if (found == null) throw new IllegalArgumentException("No result of " + name + " among " + byName.keySet());
        return found;
    }

    /** Name and version of the JVM that ran the benchmarks. */
    String vm() {
        return vm;
    }

    private static String name(JsonNode result) {
        String benchmark = result.path("benchmark").asText();
        int simple = benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1;
        StringBuilder name = new StringBuilder(benchmark.substring(simple));
        for (JsonNode parameter : result.path("params")) name.append(' ').append(parameter.asText());
        return name.toString();
    }

    private static Measurement measurement(JsonNode result) {
        JsonNode time = result.path("primaryMetric");
        JsonNode allocation = result.path("secondaryMetrics").path(ALLOCATION).path("score");
        if (!time.path("scoreUnit").asText().equals("us/op") || !allocation.isNumber()) {
            throw new IllegalArgumentException("Neither us/op nor -prof gc: " + name(result));
        }
        return new Measurement(
                time.path("score").asDouble(), time.path("scoreError").asDouble(Double.NaN), allocation.asDouble());
    }
}
