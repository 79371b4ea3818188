package dev.perigee.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The results of one run, by benchmark and parameters, such as {@code ParseBenchmark.perigee QUERY}. */
final class Measurements {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Map<String, Measurement> byName;
    private final String vm;

    private Measurements(Map<String, Measurement> byName, String vm) {
        this.byName = byName;
        this.vm = vm;
    }

    /** Reads what JMH wrote with {@code -rf json -prof gc}. */
    static Measurements read(Path file) throws IOException {
        Map<String, Measurement> byName = new LinkedHashMap<>();
        String vm = "";
        for (JsonNode result : new ObjectMapper().readTree(file.toFile())) {
            byName.put(name(result), measurement(result));
            vm = "%s, %s"
                    .formatted(
                            result.path("vmName").asText(),
                            result.path("vmVersion").asText());
        }
        return new Measurements(byName, vm);
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
