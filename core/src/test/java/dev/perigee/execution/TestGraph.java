package dev.perigee.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.data.Wiring;
import dev.perigee.json.JsonWriter;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A graph and a request in the making, asked and answered in the short forms that tests are written in. Immutable. */
final class TestGraph {
    private final Engine engine;
    private final UnaryOperator<Request.Builder> request;

    private TestGraph(Engine engine, UnaryOperator<Request.Builder> request) {
        this.engine = engine;
        this.request = request;
    }

    /** A graph without code: its data is the root value. */
    static TestGraph of(String sdl) {
        return of(sdl, wiring -> {});
    }

    static TestGraph of(String sdl, Consumer<Wiring.Builder> wire) {
        return of(schema(sdl), wire);
    }

    static TestGraph of(Schema schema, Consumer<Wiring.Builder> wire) {
        return of(schema, wire, engine -> engine);
    }

    static TestGraph of(Schema schema, Consumer<Wiring.Builder> wire, UnaryOperator<Engine.Builder> configure) {
        Wiring.Builder wiring = Wiring.builder();
        wire.accept(wiring);
        return new TestGraph(
                configure.apply(Engine.builder(schema).wiring(wiring.build())).build(), builder -> builder);
    }

    static Schema schema(String sdl) {
        return Schema.of(Source.of("schema.graphql", sdl));
    }

    /** The same graph, and a request with more to it. */
    TestGraph with(UnaryOperator<Request.Builder> more) {
        return new TestGraph(engine, builder -> more.apply(request.apply(builder)));
    }

    TestGraph root(Object rootValue) {
        return with(builder -> builder.rootValue(rootValue));
    }

    TestGraph variables(Map<String, ?> variables) {
        return with(builder -> builder.variables(variables));
    }

    TestGraph operation(String name) {
        return with(builder -> builder.operationName(name));
    }

    Engine engine() {
        return engine;
    }

    Request request(String document) {
        return request.apply(Request.builder(document)).build();
    }

    Response run(String document) {
        return engine.execute(request(document));
    }

    /** The whole response, with single quotes for double ones. */
    String answer(String document) {
        return quoted(run(document).toString());
    }

    /** As {@link #describe} of the response. */
    String outcome(String document) {
        return describe(run(document));
    }

    /** The data with single quotes for double ones, and a line for each error: its code, path, places and message. */
    static String describe(Response response) {
        String errors =
                response.errors().stream().map(error -> "\n" + describe(error)).collect(Collectors.joining());
        return (response.isRequestError() ? "no data" : data(response)) + errors;
    }

    static String describe(ResponseError error) {
        List<Object> path = error.path();
        String at = path == null ? "" : " " + path.stream().map(String::valueOf).collect(Collectors.joining("."));
        String places = error.locations().stream()
                .map(place -> place.line() + ":" + place.column())
                .collect(Collectors.joining(" "));
        return error.code() + at + (places.isEmpty() ? "" : " @" + places) + ": " + error.message();
    }

    /** The data of a response as its bytes say it, with single quotes for double ones. */
    static String data(Response response) {
        JsonWriter before = new JsonWriter();
        before.raw("{".getBytes(UTF_8));
        if (!response.errors().isEmpty()) {
            before.raw("\"errors\":".getBytes(UTF_8));
            Errors.write(response.errors(), before);
            before.raw(',');
        }
        String start = new String(before.toByteArray(), UTF_8) + "\"data\":";
        String json = response.toString();
        if (!json.startsWith(start) || !json.endsWith("}")) throw new AssertionError("Not a response: " + json);
        return quoted(json.substring(start.length(), json.length() - 1));
    }

    private static String quoted(String json) {
        return json.replace('"', '\'');
    }
}
