package dev.perigee.examples.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.schema.SchemaPrinter;
import dev.perigee.server.GraphServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same requests to both servers, over HTTP: the same bytes come back. */
class PersonaTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static GraphServer schemaFirst;
    private static GraphServer codeFirst;

    @BeforeAll
    static void start() throws Exception {
        schemaFirst =
                GraphServer.builder(SchemaFirst.engine(new Personas())).port(0).start();
        codeFirst =
                GraphServer.builder(CodeFirst.engine(new Personas())).port(0).start();
    }

    @AfterAll
    static void stop() {
        schemaFirst.close();
        codeFirst.close();
        CLIENT.close();
    }

    @Test
    void sameSchema() throws Exception {
        var printer = SchemaPrinter.print(SchemaFirst.engine(new Personas()).schema());
        assertThat(printer)
                .isEqualTo(SchemaPrinter.print(CodeFirst.engine(new Personas()).schema()));
    }

    @Test
    void one() throws Exception {
        assertThat(answer("{ persona(nombre: \"Ana\") { nombre edad altura } }", "{}"))
                .isEqualTo("{\"data\":{\"persona\":{\"nombre\":\"Ana\",\"edad\":34,\"altura\":1.68}}}");
    }

    @Test
    void nobody() throws Exception {
        assertThat(answer("{ persona(nombre: \"Zoe\") { edad } }", "{}")).isEqualTo("{\"data\":{\"persona\":null}}");
    }

    @Test
    void all() throws Exception {
        assertThat(answer("{ personas { nombre } }", "{}"))
                .startsWith(
                        "{\"data\":{\"personas\":[{\"nombre\":\"Ana\"},{\"nombre\":\"Bruno\"},{\"nombre\":\"Carmen\"}");
    }

    @Test
    void olderThan() throws Exception {
        var query = "query Mayores($edad: Int! = 17) { mayoresDe(edad: $edad) { nombre } }";
        assertThat(answer(query, "{}"))
                .isEqualTo("{\"data\":{\"mayoresDe\":[{\"nombre\":\"Ana\"},{\"nombre\":\"Carmen\"}]}}");
        assertThat(answer(query, "{\"edad\": 40}")).isEqualTo("{\"data\":{\"mayoresDe\":[{\"nombre\":\"Carmen\"}]}}");
        assertThat(answer("{ mayoresDe { nombre } }", "{}"))
                .isEqualTo("{\"data\":{\"mayoresDe\":[{\"nombre\":\"Ana\"},{\"nombre\":\"Carmen\"}]}}");
    }

    @Test
    void added() throws Exception {
        var mutation =
                "mutation Agregar($persona: NuevaPersona!) { agregarPersona(persona: $persona) { nombre edad altura }"
                        + " }";
        var dora = "{\"persona\": {\"nombre\": \"Dora\", \"edad\": 8}}";
        assertThat(answer(mutation, dora))
                .isEqualTo("{\"data\":{\"agregarPersona\":{\"nombre\":\"Dora\",\"edad\":8,\"altura\":1.7}}}");
        assertThat(answer("{ persona(nombre: \"Dora\") { edad } }", "{}"))
                .isEqualTo("{\"data\":{\"persona\":{\"edad\":8}}}");
        assertThat(answer(mutation, dora))
                .contains("\"message\":\"There is a Dora already.\"", "\"code\":\"ALREADY_EXISTS\"")
                .endsWith("\"data\":{\"agregarPersona\":null}}");
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertThat(answer("{ persona(nombre: 5) { edad } }", "{}"))
                .contains("String cannot represent 5: it is not a string.")
                .contains("\"locations\":[{\"line\":1,\"column\":19}]")
                .doesNotContain("\"data\"");
        assertThat(answer("{ persona(nombre: \"Ana\") { peso } }", "{}"))
                .contains("type \\\"Persona\\\"", "\\\"peso\\\"");
        assertThat(answer("query ($edad: Int!) { mayoresDe(edad: $edad) { nombre } }", "{\"edad\": 3000000000}"))
                .contains("$edad", "\"code\":\"BAD_USER_INPUT\"");
    }

    /** The answer of both. */
    private String answer(String document, String variables) throws Exception {
        String one = post(schemaFirst.uri(), document, variables);
        assertThat(post(codeFirst.uri(), document, variables)).isEqualTo(one);
        return one;
    }

    private String post(URI server, String document, String variables) throws Exception {
        var json = "{\"query\": \"" + document.replace("\"", "\\\"") + "\", \"variables\": " + variables + "}";
        var request = HttpRequest.newBuilder(server.resolve("graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }
}
