package dev.perigee.sql.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Arguments;
import dev.perigee.data.Context;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.language.Source;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The generated schema in an engine: what the readers get is what the engine coerces, and results go out as declared. */
class GraphInEngineTest {
    private final GraphShape shape = GraphShape.of(Library.MODEL, GraphOptions.DEFAULT.withMutations());
    private final FilterReader filters = new FilterReader(shape, GraphNames.of(Library.MODEL), FilterLimits.DEFAULT);
    private final List<Object> seen = new ArrayList<>();
    private final Engine engine = engine();

    @Test
    void readsWhatTheEngineCoerces() {
        assertThat(run("{ posts(first: 2, filter: {price: {ge: \"1.50\"}, author: {id: {in: [1, \"2\"]}}},"
                        + " orderBy: [{price: DESC_NULLS_FIRST}, {title: ASC}]) { totalCount } }"))
                .isEqualTo("{\"data\":{\"posts\":{\"totalCount\":3}}}");
        assertThat(seen)
                .containsExactly(
                        new Condition.And(List.of(
                                new Condition.Compare(
                                        Library.POST.column("price"),
                                        Condition.Operator.GREATER_OR_EQUAL,
                                        new BigDecimal("1.50")),
                                new Condition.Exists(
                                        Library.POST.relation("author"),
                                        new Condition.In(Library.ACCOUNT.column("id"), List.of(1L, 2L))))),
                        List.of(
                                new Order(Library.POST.column("price"), true, true),
                                new Order(Library.POST.column("title"), false, false),
                                new Order(Library.POST.column("id"), false, false)),
                        new PageRequest(2, false, false, null, null));
    }

    @Test
    void writesValuesAsTheirScalarsHaveThem() {
        assertThat(run("{ account(id: 5) { id joined settings } }"))
                .isEqualTo("{\"data\":{\"account\":{\"id\":\"5\",\"joined\":\"2026-01-01T00:00:00Z\","
                        + "\"settings\":{\"theme\":[\"dark\",1.50,null]}}}}");
        assertThat(seen).containsExactly(List.of(5L));
        assertThat(run("{ account(id: \"five\") { id } }")).isEqualTo("{\"data\":{\"account\":null}}");
    }

    @Test
    void coercesInputs() {
        run("mutation { updateAccount(id: 5, patch: {settings: {a: [1, {b: null}]}, joined:"
                + " \"2026-01-01T01:00:00+01:00\"}) { id } }");
        assertThat(seen)
                .containsExactly(Map.of(
                        "settings", "{\"a\":[1,{\"b\":null}]}", "joined", Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void tellsClientsWhatIsWrong() {
        assertThat(run("{ posts(filter: {title: {eq: null}}) { totalCount } }"))
                .contains("filter.title.eq is null, which nothing equals; use isNull.", "\"code\":\"BAD_USER_INPUT\"");
        assertThat(run("{ posts(first: 1001) { totalCount } }"))
                .contains("\\\"first\\\" is 1001; the most is 1000 (maxSize).", "\"code\":\"LIMIT_EXCEEDED\"");
        assertThat(run("{ posts(filter: {price: {eq: \"x\"}}) { totalCount } }"))
                .contains("Decimal cannot represent \\\"x\\\": it is not a decimal number.");
    }

    private String run(String document) {
        return new String(engine.execute(Request.of(document)).bytes(), UTF_8);
    }

    private Engine engine() {
        SchemaReader reader =
                SchemaReader.from(Source.of("generated", GraphSchema.print(Library.MODEL, shape.options())));
        GraphSchema.coercions(Library.MODEL, shape.options()).forEach(reader::scalar);
        return Engine.builder(reader.read())
                .wiring(Wiring.builder()
                        .query("posts", this::posts)
                        .query("account", this::account)
                        .mutation("updateAccount", this::update)
                        .build())
                .build();
    }

    private Object posts(Arguments arguments, Context context) {
        seen.add(filters.read(Library.POST, (Map<?, ?>) arguments.get("filter")));
        seen.add(OrderReader.read(Library.POST, (List<?>) arguments.get("orderBy")));
        seen.add(PageRequest.read(arguments, PageLimits.DEFAULT));
        return Map.of("totalCount", 3);
    }

    private Object account(Arguments arguments, Context context) {
        List<Object> key = KeyReader.read(Library.ACCOUNT.primaryKey(), arguments);
        if (key == null) return null;
        seen.add(key);
        return Map.of(
                "id",
                key.getFirst(),
                "joined",
                Instant.parse("2026-01-01T00:00:00Z"),
                "settings",
                "{\"theme\": [\"dark\", 1.50, null]}");
    }

    private Object update(Arguments arguments, Context context) {
        seen.add(arguments.get("patch"));
        return Map.of("id", 5L);
    }
}
