package dev.perigee.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code graphql} of {@code perigee.yaml}. */
class GraphqlServingTest {
    @TempDir
    private Path folder;

    @Test
    void aServerIsPartOfTheGraph() throws Exception {
        Engine engine = Engine.builder(Schema.of(Source.of("remote.graphqls", "type Query { tenant: String }")))
                .wiring(Wiring.ofFunctions(Map.of(
                        "Query.tenant",
                        (root, arguments, context, info) -> context.headers().first("X-Tenant"))))
                .build();
        try (GraphServer server = GraphServer.builder(engine).port(0).start()) {
            write("""
                graphql:
                  servers:
                    other:
                      url: %sgraphql
                      headers: {X-Tenant: "${TENANT}"}
                      prefix: {fields: other_}
                """.formatted(server.uri()));
            Settings settings = SettingsReader.read(folder, Overrides.NONE, name -> "value of " + name);
            try (GraphSources sources = GraphSources.open(settings)) {
                Wiring wiring =
                        Wiring.builder().source(sources.all().getFirst()).build();
                Engine graph = Engine.builder(wiring.reader(List.of()).read())
                        .wiring(wiring)
                        .build();
                assertThat(graph.execute(Request.of("{ other_tenant }")).toString())
                        .isEqualTo("{\"data\":{\"other_tenant\":\"value of TENANT\"}}");
            }
        }
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() throws Exception {
        write("""
            graphql:
              servers:
                a: {forward: [X-A]}
                b: {url: "ftp://b"}
                c: {url: "http://c", forward: [Host]}
                d: {url: "http://d", oauth: {client: x}}
                e: {url: "http://e", schema: none.graphqls}
                f: {url: "http://f", tiemout: 3s}
            """);
        assertThatThrownBy(this::read)
                .isInstanceOf(ServeException.class)
                .message()
                .contains("perigee.yaml:3:5: \"a\" needs a \"url\"")
                .contains("perigee.yaml:4:")
                .contains("perigee.yaml:5:5: The server \"c\" can't be: The header \"Host\" can't be sent along.")
                .contains("perigee.yaml:6:26: \"oauth\" needs \"client\", \"secret\", and one of")
                .contains("The server \"e\" can't be: there is no ")
                .contains("perigee.yaml:8:26: Unknown setting \"tiemout\". Did you mean \"timeout\"?");
    }

    @Test
    void theGuideHasAllSettings() throws Exception {
        String guide = Files.readString(Path.of("../docs/guide/graphql-source.md"));
        for (String group : List.of("x: 1", "oauth: {x: 1}", "prefix: {x: 1}")) {
            write("graphql: {servers: {a: {url: \"http://a\", " + group + "}}}");
            String known = catchThrowableOfType(ServeException.class, this::read)
                    .getMessage()
                    .replaceAll("(?s).*Unknown setting \"x\"\\. There are (.*?)\\..*", "$1");
            for (String name : known.split(", ")) {
                assertThat(guide)
                        .containsPattern(Pattern.compile("(^ *|\\{|, |or )" + name + "\\b", Pattern.MULTILINE));
            }
        }
    }

    private Settings read() throws Exception {
        return SettingsReader.read(folder, Overrides.NONE, name -> null);
    }

    private void write(String yaml) throws Exception {
        Files.writeString(folder.resolve("perigee.yaml"), yaml);
    }
}
