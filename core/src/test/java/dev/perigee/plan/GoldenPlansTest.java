package dev.perigee.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.Golden;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Document;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans as people read them, and what they come to: a line of calls.txt is a call of a backend. */
class GoldenPlansTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = Library.schema();

    static List<Golden> cases() {
        return Golden.cases(GoldenPlansTest.class, "cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plans(Golden golden) throws IOException {
        String query = golden.read("query.graphql");
        Library library = Library.small();
        Engine engine = library.engine(SCHEMA);
        golden.check("plan.txt", planOf(engine, query).print());
        Response response = engine.execute(
                Request.builder(query).variables(variables(golden)).build());
        golden.check("calls.txt", library.calls());
        golden.check("response.json", indented(response));
    }

    private static Plan planOf(Engine engine, String query) {
        Document document = Parser.parse(Source.of("query.graphql", query));
        return engine.plan(
                document, (OperationDefinition) document.definitions().getFirst());
    }

    @SuppressWarnings("unchecked") // JSON objects have names as keys
    private static Map<String, Object> variables(Golden golden) throws IOException {
        return golden.has("variables.json") ? JSON.readValue(golden.read("variables.json"), Map.class) : Map.of();
    }

    private static String indented(Response response) throws IOException {
        assertThat(response.errors()).isEmpty();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return JSON.writer(printer).writeValueAsString(JSON.readTree(response.bytes())) + "\n";
    }
}
