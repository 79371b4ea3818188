package dev.perigee.execution;

import dev.perigee.data.SourceCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the sources of a request did, batch by batch, for its response to tell. Thread-safe. */
final class Explanation {
    private final List<Batch> batches = new ArrayList<>();

    /**
     * One batch.
     *
     * @param fields their paths
     * @param objects how many objects have the fields
     * @param calls in the order in which they ended
     */
    record Batch(String source, List<String> fields, int objects, Duration duration, List<SourceCall> calls) {
        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("source", source);
            map.put("fields", fields);
            map.put("objects", objects);
            map.put("ms", milliseconds(duration));
            map.put("calls", calls.stream().map(Batch::callToMap).toList());
            return map;
        }

        private static Map<String, Object> callToMap(SourceCall call) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("text", call.text());
            map.put("rows", call.rows());
            map.put("ms", milliseconds(call.duration()));
            return map;
        }

        private static double milliseconds(Duration duration) {
            return duration.toNanos() / 1_000 / 1e3;
        }
    }

    synchronized void add(Batch batch) {
        batches.add(batch);
    }

    /** As what JSON can say; milliseconds have three digits after the point. */
    synchronized Map<String, Object> toMap() {
        return Map.of("batches", batches.stream().map(Batch::toMap).toList());
    }
}
