package dev.perigee.grpc.gateway;

import static dev.perigee.grpc.gateway.JsonService.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.perigee.grpc.idl.Idl;
import io.grpc.BindableService;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keys and values in memory, with revisions, ranges, transactions, and the changes of all times to follow. */
final class PairStore {
    /** A value and the revision that it is of. */
    private record Held(String value, long revision) {}

    private final NavigableMap<String, Held> pairs = new TreeMap<>();
    private final List<JsonObject> events = new ArrayList<>();
    private long revision;

    List<BindableService> services(Idl idl) {
        return List.of(
                new JsonService(idl.service("pairs.Store"))
                        .on("Range", this::range)
                        .on("Put", this::put)
                        .on("DeleteRange", this::delete)
                        .on("Commit", this::commit),
                new JsonService(idl.service("pairs.Watching")).streaming("Follow", this::follow),
                new JsonService(idl.service("pairs.Leases"))
                        .streaming(
                                "Snapshot",
                                request -> List.of(
                                        json("{'remainingBytes': '18446744073709551615', 'blob': 'AQ=='}"),
                                        json("{'remainingBytes': '0'}"))));
    }

    private static String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value == null ? "" : value.getAsString();
    }

    private JsonObject header() {
        return json("{'clusterId': '18446744073709551615', 'revision': '%d'}", revision);
    }

    private static JsonObject pair(Map.Entry<String, Held> entry) {
        return json(
                "{'key': '%s', 'value': '%s', 'modRevision': '%d'}",
                entry.getKey(), entry.getValue().value(), entry.getValue().revision());
    }

    private NavigableMap<String, Held> within(JsonObject request) {
        String key = text(request, "key");
        String end = text(request, "rangeEnd");
        return end.isEmpty() ? pairs.subMap(key, true, key, true) : pairs.subMap(key, true, end, false);
    }

    private synchronized JsonObject range(JsonObject request) {
        JsonObject reply = new JsonObject();
        JsonArray found = new JsonArray();
        for (Map.Entry<String, Held> entry : within(request).entrySet()) found.add(pair(entry));
        reply.add("header", header());
        reply.add("pairs", found);
        reply.addProperty("count", found.size());
        return reply;
    }

    private synchronized JsonObject put(JsonObject request) {
        String key = text(request, "key");
        if (key.isEmpty())
            throw Status.INVALID_ARGUMENT.withDescription("A key has bytes.").asRuntimeException();
        JsonObject reply = new JsonObject();
        Held before = pairs.get(key);
        pairs.put(key, new Held(text(request, "value"), ++revision));
        if (before != null && request.has("prevPair")) reply.add("prevPair", pair(Map.entry(key, before)));
        JsonObject event = json("{'type': 'PUT'}");
        event.add("pair", pair(Map.entry(key, pairs.get(key))));
        events.add(event);
        reply.add("header", header());
        return reply;
    }

    private synchronized JsonObject delete(JsonObject request) {
        NavigableMap<String, Held> gone = within(request);
        JsonObject reply = json("{'deleted': '%d'}", gone.size());
        if (!gone.isEmpty()) revision++;
        for (String key : gone.keySet()) events.add(json("{'type': 'DELETE', 'pair': {'key': '%s'}}", key));
        gone.clear();
        reply.add("header", header());
        return reply;
    }

    private synchronized JsonObject commit(JsonObject request) {
        boolean holds = true;
        for (JsonElement compare : list(request, "compare")) holds &= holds(compare.getAsJsonObject());
        JsonArray replies = new JsonArray();
        for (JsonElement operation : list(request, holds ? "success" : "failure")) {
            replies.add(run(operation.getAsJsonObject()));
        }
        JsonObject reply = new JsonObject();
        reply.addProperty("succeeded", holds);
        reply.add("replies", replies);
        reply.add("header", header());
        return reply;
    }

    private static JsonArray list(JsonObject json, String name) {
        return json.has(name) ? json.getAsJsonArray(name) : new JsonArray();
    }

    private boolean holds(JsonObject compare) {
        Held held = pairs.get(text(compare, "key"));
        boolean isEqual = compare.has("value")
                ? held != null && held.value().equals(text(compare, "value"))
                : (held == null ? 0 : held.revision()) == Long.parseLong(text(compare, "modRevision"));
        return text(compare, "result").equals("NOT_EQUAL") != isEqual;
    }

    private JsonObject run(JsonObject operation) {
        JsonObject reply = new JsonObject();
        for (var member : operation.asMap().entrySet()) {
            JsonObject request = member.getValue().getAsJsonObject();
            reply.add(
                    member.getKey(),
                    switch (member.getKey()) {
                        case "range" -> range(request);
                        case "put" -> put(request);
                        case "deleteRange" -> delete(request);
                        default -> commit(request);
                    });
        }
        return reply;
    }

    private synchronized List<JsonObject> follow(JsonObject request) {
        List<JsonObject> replies = new ArrayList<>();
        for (JsonObject event : events) {
            JsonObject reply = json("{'watchId': '1'}");
            JsonArray one = new JsonArray();
            one.add(event);
            reply.add("events", one);
            replies.add(reply);
        }
        return replies;
    }
}
