package dev.perigee.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.language.Source;
import dev.perigee.sample.graph.GraphWiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the plugin generated while this project was built answers queries. */
class LibraryTest {
    @Test
    void books() throws Exception {
        Wiring wiring = Wiring.builder().module(new GraphWiring(new Library())).build();
        Source schema = Source.of("schema.graphqls", Files.readAllBytes(Path.of("schema.graphqls")));
        Engine engine = Engine.builder(wiring.reader(List.of(schema)).read())
                .wiring(wiring)
                .build();
        byte[] response =
                engine.execute(Request.of("{ books { title copies } }")).bytes();
        assertThat(new String(response, UTF_8))
                .isEqualTo(
                        "{\"data\":{\"books\":[{\"title\":\"Emma\",\"copies\":4},{\"title\":\"Persuasion\",\"copies\":10}]}}");
    }
}
