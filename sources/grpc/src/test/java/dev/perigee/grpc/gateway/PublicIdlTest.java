package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.IdlSource;
import dev.perigee.grpc.idl.ProtoFiles;
import dev.perigee.language.OperationType;
import io.grpc.BindableService;
import io.grpc.Server;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers with IDLs as companies have them, as one graph: a shop, and a store of keys and values. */
class PublicIdlTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/perigee/grpc/graph/idl");

    private Market market;
    private GraphServer graph;

    @BeforeEach
    void start() throws Exception {
        market = new Market();
        Idl shop = ProtoFiles.of(List.of(FOLDER.resolve("shop")), List.of()).read();
        Idl store = ProtoFiles.of(List.of(FOLDER.resolve("store")), List.of()).read();
        Server first = GraphServer.serve(0, market.services(shop).toArray(BindableService[]::new));
        Server second = GraphServer.serve(0, new PairStore().services(store).toArray(BindableService[]::new));
        GrpcSource source = GrpcSource.builder()
                .server(GrpcServer.of(GraphServer.to("shop", first).build(), IdlSource.of(shop)))
                .server(GrpcServer.of(GraphServer.to("store", second).build(), IdlSource.of(store)))
                .options(GraphOptions.builder()
                        .operation("pairs.Store/Range", OperationType.QUERY)
                        .build())
                .build();
        graph = GraphServer.of(List.of(first, second), source, """
            extend type BasketLine {
              article: Article @grpc(method: "market.v1.Articles/GetArticle", with: {id: "parent.article_id"})
            }
            extend type ListSuggestionsResponse {
              articles: [Article]
                @grpc(method: "market.v1.Articles/SearchArticles", result: "results", with: {query: "'all'"})
            }
            extend type Article {
              priceIn(currency: String!): Money @grpc(method: "market.v1.Currencies/Convert",
                with: {to_code: "args.currency",
                  from: {currency_code: "parent.price.currency_code", units: "parent.price.units"}})
            }
            """);
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void queries_over_many_services_in_one_document() {
        assertThat(graph.run("""
            {
              listArticles { articles { id price { units nanos } } }
              getArticle(id: "hat") { name priceIn(currency: "USD") { currencyCode units } }
              getSupported { currencyCodes }
              getQuote(address: {city: "Lyon"}) { cost { units } }
              getAds(words: ["mug"]) { ads { text } }
              range(key: "AA==") { count header { clusterId } }
            }\
            """))
                .isEqualTo("{\"data\":{\"listArticles\":{\"articles\":["
                        + "{\"id\":\"mug\",\"price\":{\"units\":\"8\",\"nanos\":990000000}},"
                        + "{\"id\":\"hat\",\"price\":{\"units\":\"19\",\"nanos\":990000000}}]},"
                        + "\"getArticle\":{\"name\":\"A hat\",\"priceIn\":{\"currencyCode\":\"USD\",\"units\":\"38\"}},"
                        + "\"getSupported\":{\"currencyCodes\":[\"EUR\",\"USD\"]},"
                        + "\"getQuote\":{\"cost\":{\"units\":\"5\"}},\"getAds\":{\"ads\":[{\"text\":\"Buy!\"}]},"
                        + "\"range\":{\"count\":\"0\",\"header\":{\"clusterId\":\"18446744073709551615\"}}}}");
    }

    @Test
    void mutations_run_one_after_the_other() {
        Response response = graph.run("""
            mutation {
              mug: addArticle(input: {customerId: "ann", line: {articleId: "mug", quantity: 2}})
              hat: addArticle(input: {customerId: "ann", line: {articleId: "gone", quantity: 1}})
              placeOrder(input: {customerId: "ann", address: {city: "Lyon", postalCode: 69000}}) {
                order {
                  orderId
                  address { city postalCode }
                  lines { line { quantity article { name } } cost { units } }
                }
              }
              emptyBasket(input: {customerId: "ann"})
              sendConfirmation(input: {email: "ann@example.com"})
            }\
            """, Map.of());
        assertThat(response.toString())
                .contains("\"data\":{\"mug\":true,\"hat\":true,\"placeOrder\":{\"order\":{\"orderId\":\"O-1\","
                              + "\"address\":{\"city\":\"Lyon\",\"postalCode\":69000},\"lines\":[{\"line\":{\"quantity\":2,\"article\":{\"name\":\"A"
                              + " mug\"}},\"cost\":{\"units\":\"1\"}},"
                              + "{\"line\":{\"quantity\":1,\"article\":null},\"cost\":{\"units\":\"1\"}}]}},"
                              + "\"emptyBasket\":true,\"sendConfirmation\":true}");
        assertThat(market.calls)
                .startsWith("AddArticle mug", "AddArticle gone", "PlaceOrder")
                .endsWith("EmptyBasket");
        assertThat(market.calls.subList(3, 5)).containsExactlyInAnyOrder("GetArticle mug", "GetArticle gone");
    }

    @Test
    void methods_that_a_server_lacks_fail_alone() {
        Response response = graph.run(
                "mutation { compact(input: {revision: 1}) { header { revision } } grant(input: {}) { id } }", Map.of());
        assertThat(response.errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.extensions()).containsEntry("code", "UNIMPLEMENTED"));
    }

    @Test
    void transactions_with_operations_of_many_kinds() {
        String put = "mutation($key: Bytes!, $value: Bytes!) { put(input: {key: $key, value: $value, prevPair: true})"
                + " { header { revision } prevPair { value } } }";
        assertThat(graph.run(put, Map.of("key", base64("a"), "value", base64("1")))
                        .toString())
                .isEqualTo("{\"data\":{\"put\":{\"header\":{\"revision\":\"1\"},\"prevPair\":null}}}");
        assertThat(graph.run(put, Map.of("key", base64("a"), "value", base64("2")))
                        .toString())
                .isEqualTo("{\"data\":{\"put\":{\"header\":{\"revision\":\"2\"},\"prevPair\":{\"value\":\"MQ==\"}}}}");
        assertThat(graph.run(
                                """
                                mutation($compare: [CompareInput!], $success: [OperationInput!]) {
                                  commit(input: {
                                    compare: $compare
                                    success: $success
                                    failure: [{request: {range: {key: "YQ=="}}}]
                                  }) {
                                    succeeded
                                    replies {
                                      put { header { revision } }
                                      range { pairs { key value modRevision } count }
                                      deleteRange { deleted }
                                      commit { succeeded replies { range { count } } }
                                    }
                                  }
                                }\
                                """,
                                Map.of(
                                        "compare",
                                                List.of(Map.of(
                                                        "key", base64("a"), "target", Map.of("modRevision", "2"))),
                                        "success",
                                                List.of(
                                                        Map.of(
                                                                "request",
                                                                Map.of(
                                                                        "put",
                                                                        Map.of(
                                                                                "key",
                                                                                base64("b"),
                                                                                "value",
                                                                                base64("3")))),
                                                        Map.of(
                                                                "request",
                                                                Map.of(
                                                                        "range",
                                                                        Map.of(
                                                                                "key",
                                                                                base64("a"),
                                                                                "rangeEnd",
                                                                                base64("c")))),
                                                        Map.of(
                                                                "request",
                                                                Map.of("deleteRange", Map.of("key", base64("a")))),
                                                        Map.of(
                                                                "request",
                                                                Map.of(
                                                                        "commit",
                                                                        Map.of(
                                                                                "compare",
                                                                                        List.of(
                                                                                                Map.of(
                                                                                                        "result",
                                                                                                                "NOT_EQUAL",
                                                                                                        "key",
                                                                                                                base64(
                                                                                                                        "b"),
                                                                                                        "target",
                                                                                                                Map.of(
                                                                                                                        "value",
                                                                                                                        base64(
                                                                                                                                "3")))),
                                                                                "failure",
                                                                                        List.of(
                                                                                                Map.of(
                                                                                                        "request",
                                                                                                        Map.of(
                                                                                                                "range",
                                                                                                                Map.of(
                                                                                                                        "key",
                                                                                                                        base64(
                                                                                                                                "b")))))))))))
                        .toString())
                .isEqualTo("{\"data\":{\"commit\":{\"succeeded\":true,\"replies\":["
                               + "{\"put\":{\"header\":{\"revision\":\"3\"}},\"range\":null,\"deleteRange\":null,\"commit\":null},"
                               + "{\"put\":null,\"range\":{\"pairs\":[{\"key\":\"YQ==\",\"value\":\"Mg==\",\"modRevision\":\"2\"},"
                               + "{\"key\":\"Yg==\",\"value\":\"Mw==\",\"modRevision\":\"3\"}],\"count\":\"2\"},"
                               + "\"deleteRange\":null,\"commit\":null},"
                               + "{\"put\":null,\"range\":null,\"deleteRange\":{\"deleted\":\"1\"},\"commit\":null},"
                               + "{\"put\":null,\"range\":null,\"deleteRange\":null,"
                               + "\"commit\":{\"succeeded\":false,\"replies\":[{\"range\":{\"count\":\"1\"}}]}}]}}}");
        assertThat(graph.run("mutation { put(input: {}) { header { revision } } }"))
                .contains("INVALID_ARGUMENT", "A key has bytes.");
    }

    @Test
    void changes_are_followed() throws Exception {
        graph.run("mutation { put(input: {key: \"YQ==\", value: \"MQ==\"}) { header { revision } } }");
        graph.run("mutation { deleteRange(input: {key: \"YQ==\"}) { deleted } }");
        assertThat(Collected.of(graph.engine.subscribe(
                        Request.of("subscription { follow(watch: {key: \"YQ==\"}) { watchId events { type"
                                + " pair { key value } } } }"))))
                .containsExactly(
                        "{\"data\":{\"follow\":{\"watchId\":\"1\",\"events\":[{\"type\":\"PUT\","
                                + "\"pair\":{\"key\":\"YQ==\",\"value\":\"MQ==\"}}]}}}",
                        "{\"data\":{\"follow\":{\"watchId\":\"1\",\"events\":[{\"type\":\"DELETE\","
                                + "\"pair\":{\"key\":\"YQ==\",\"value\":\"\"}}]}}}");
        assertThat(Collected.of(
                        graph.engine.subscribe(Request.of("subscription { snapshot { remainingBytes blob } }"))))
                .containsExactly(
                        "{\"data\":{\"snapshot\":{\"remainingBytes\":\"18446744073709551615\",\"blob\":\"AQ==\"}}}",
                        "{\"data\":{\"snapshot\":{\"remainingBytes\":\"0\",\"blob\":\"\"}}}");
    }

    @Test
    void calls_below_go_from_service_to_service() {
        market.calls.clear();
        assertThat(graph.run("{ listSuggestions(customerId: \"ann\") { articleIds articles { name priceIn(currency:"
                        + " \"USD\") { units } } } }"))
                .isEqualTo("{\"data\":{\"listSuggestions\":{\"articleIds\":[\"hat\",\"gone\"],\"articles\":["
                        + "{\"name\":\"A mug\",\"priceIn\":{\"units\":\"16\"}},"
                        + "{\"name\":\"A hat\",\"priceIn\":{\"units\":\"38\"}}]}}}");
    }
}
