package dev.perigee.graphql;

import dev.perigee.client.Client;
import dev.perigee.data.Headers;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A graph over remotes, and what people wrote on top. */
record Gateway(Engine engine) {
    static Gateway of(TestRemote remote) {
        return of(remote, "", settings -> settings, wiring -> wiring);
    }

    static Gateway of(TestRemote remote, String files) {
        return of(remote, files, settings -> settings, wiring -> wiring);
    }

    static Gateway of(
            TestRemote remote,
            String files,
            UnaryOperator<GraphqlServer> settings,
            UnaryOperator<Wiring.Builder> wiring) {
        Client client = remote.client();
        GraphqlSource source = GraphqlSource.builder()
                .server(settings.apply(GraphqlServer.of("blog", client)))
                .build();
        return of(wiring.apply(Wiring.builder().source(source)), files);
    }

    static Gateway of(Wiring.Builder builder, String files) {
        Wiring wiring = builder.build();
        List<Source> sources = files.isEmpty() ? List.of() : List.of(Source.of("graph.graphqls", files));
        return new Gateway(
                Engine.builder(wiring.reader(sources).read()).wiring(wiring).build());
    }

    Response run(String document) {
        return engine.execute(Request.of(document));
    }

    Response run(String document, Map<String, Object> variables) {
        return engine.execute(Request.builder(document).variables(variables).build());
    }

    Response run(String document, Headers headers) {
        return engine.execute(Request.builder(document).headers(headers).build());
    }

    /** Data as JSON, and errors without what is of no matter to clients of a remote: places in the document. */
    static String text(Response response) {
        return new String(response.bytes(), java.nio.charset.StandardCharsets.UTF_8) + errors(response);
    }

    static String errors(Response response) {
        return response.errors().stream()
                .map(error -> error.path() + " " + error.code() + " " + error.message())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static Object data(Response response) {
        return response.asMap().get("data");
    }
}
