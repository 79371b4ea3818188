package dev.perigee.examples.moongate;

import dev.perigee.data.Headers;
import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The graph, with the schema files and the module that {@code perigee serve} would take. */
final class RunningMoongate implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    final Statements statements = new Statements();
    final Calls calls;
    final Engine engine;
    private final MoongateModule module;

    private RunningMoongate(Hosting hosting) throws Exception {
        this.calls = new Calls(hosting);
        this.module = new MoongateModule(calls, statements::over);
        var wiring = Wiring.builder().module(module).build();
        var schema = SourcedSchema.reader(wiring.schemaSources(), files()).read();
        this.engine = Engine.builder(schema).wiring(wiring).build();
        forget();
    }

    static RunningMoongate onPorts() throws Exception {
        return new RunningMoongate(new OnPorts());
    }

    static RunningMoongate inProcess() throws Exception {
        return new RunningMoongate(new InProcess());
    }

    private static List<Source> files() throws IOException {
        List<Source> sources = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Path.of("schema"), "*.graphqls")) {
            for (var file : files) sources.add(Source.of(file.toString(), Files.readAllBytes(file)));
        }
        return sources;
    }

    void forget() {
        statements.take();
        calls.take();
    }

    Response run(String document) {
        return run(document, Headers.NONE);
    }

    Response run(String document, Headers headers) {
        return engine.execute(Request.builder(document).headers(headers).build());
    }

    /** The headers of somebody who has logged in. */
    Headers headersOf(String username) {
        var login = "mutation { login(input: {username: \"%1$s\", password: \"password of %1$s\"}) { token } }";
        var response = run(login.formatted(username)).toString();
        var token = TOKEN.matcher(response);
        if (!token.find()) throw new IllegalStateException(response);
        forget();
        return bearer(token.group(1));
    }

    static Headers bearer(String token) {
        return Headers.of(Map.of("authorization", List.of("Bearer " + token)));
    }

    @Override
    public void close() throws Exception {
        module.close();
    }
}
