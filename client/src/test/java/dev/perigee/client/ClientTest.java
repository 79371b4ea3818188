package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against Perigee's own server. */
class ClientTest {
    private static GraphServer server() throws IOException {
        Schema schema = Schema.of(Source.of("test", "type Query { greeting(name: String!): String! }"));
        Wiring wiring = Wiring.builder()
                .query("greeting", (arguments, context) -> "Hello " + arguments.string("name"))
                .build();
        return GraphServer.builder(Engine.builder(schema).wiring(wiring).build())
                .port(0)
                .start();
    }

    @Test
    void queries() throws IOException {
        try (GraphServer server = server();
                Client client = Client.connect(server.uri().resolve("graphql").toString())) {
            client.fetchSchema();
            Result<Map<String, Object>> result =
                    client.execute(Operation.of("query Hello($name: String!) { greeting(name: $name) }")
                            .variable("name", "Ada"));
            assertThat(result.data()).isEqualTo(Map.of("greeting", "Hello Ada"));
        }
    }

    @Test
    void wrongFieldsAreNotSent() throws IOException {
        try (GraphServer server = server();
                Client client = Client.connect(server.uri().resolve("graphql").toString())) {
            client.fetchSchema();
            server.close();
            assertThatThrownBy(() -> client.execute(Operation.of("{ greting }")))
                    .isInstanceOf(InvalidOperationException.class)
                    .hasMessage("1:3: Cannot query field \"greting\" on type \"Query\". Did you mean \"greeting\"?");
        }
    }
}
