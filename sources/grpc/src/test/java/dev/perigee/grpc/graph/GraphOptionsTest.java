package dev.perigee.grpc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.grpc.graph.GraphOptions.EnumPrefixes;
import dev.perigee.grpc.graph.GraphOptions.FieldNames;
import dev.perigee.grpc.graph.GraphOptions.Integers;
import dev.perigee.grpc.graph.GraphOptions.Maps;
import dev.perigee.grpc.graph.GraphOptions.Nullability;
import dev.perigee.grpc.graph.GraphOptions.Unspecified;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.language.OperationType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each option adds to a schema, and what it takes away. */
class GraphOptionsTest {
    private static final Idl IDL = Protos.of("""
        package shop.v1;
        import "google/protobuf/field_mask.proto";
        service Orders {
          rpc GetOrder(GetOrderRequest) returns (GetOrderResponse);
          rpc ListOrders(ListOrdersRequest) returns (ListOrdersResponse);
          rpc UpdateOrder(UpdateOrderRequest) returns (Order);
          rpc Follow(GetOrderRequest) returns (stream Order);
          rpc Import(stream Order) returns (Order);
          rpc Sync(stream Order) returns (stream Order);
        }
        service Internals { rpc Purge(GetOrderRequest) returns (Order); }
        enum State { STATE_UNSPECIFIED = 0; STATE_OPEN = 1; STATE_DONE = 2; }
        message Order {
          string id = 1;
          int64 big_number = 2;
          uint64 count = 3;
          State state = 4;
          map<string, Order> parts = 5;
          oneof payment { Card card = 6; Bill bill = 7; }
          repeated State states = 8;
          string note = 9;
        }
        message Card { string number = 1; }
        message Bill { string to = 1; }
        message GetOrderRequest { string id = 1; google.protobuf.FieldMask read_mask = 2; }
        message GetOrderResponse { Order order = 1; }
        message ListOrdersRequest { int32 page_size = 1; string page_token = 2; State state = 3; }
        message ListOrdersResponse { repeated Order orders = 1; string next_page_token = 2; int32 total_size = 3; }
        message UpdateOrderRequest { Order order = 1; google.protobuf.FieldMask update_mask = 2; }
        """);

    static Stream<Arguments> options() {
        return Stream.of(
                row(
                        "services",
                        o -> o.services("shop.v1.Internals"),
                        "purge(input: GetOrderRequestInput!): Order",
                        "type Query {\n  getOrder"),
                row(
                        "a package",
                        o -> o.services("shop"),
                        "purge(input: GetOrderRequestInput!): Order",
                        "input OrderInputs"),
                row(
                        "withoutServices",
                        o -> o.withoutServices("shop.v1.Internals"),
                        "getOrder(id: String): GetOrderResponse",
                        "purge"),
                row("hide a method", o -> o.hide("shop.v1.Orders/GetOrder"), "listOrders(", "getOrder"),
                row("hide a field", o -> o.hide("shop.v1.Order.note"), "id: String!", "note"),
                row("hide a message", o -> o.hide("shop.v1.Card"), "bill: Bill", "Card"),
                row("hide a value", o -> o.hide("shop.v1.State.STATE_DONE"), "OPEN", "DONE"),
                row(
                        "operation",
                        o -> o.operation("shop.v1.Internals/Purge", OperationType.QUERY),
                        "purge(id: String): Order",
                        "input GetOrderRequestInput"),
                row(
                        "queryPrefixes",
                        o -> o.queryPrefixes("Purge"),
                        "getOrder(input: GetOrderRequestInput!): GetOrderResponse",
                        "getOrder(id"),
                row(
                        "rename a type",
                        o -> o.rename("shop.v1.Order", "Purchase"),
                        "input PurchaseInput {",
                        "type Order {"),
                row("rename a field", o -> o.rename("shop.v1.Order.note", "remark"), "remark: String", "note"),
                row(
                        "rename a oneof",
                        o -> o.rename("shop.v1.Order.payment", "paid"),
                        "paid: OrderPaymentInput",
                        "payment:"),
                row("rename a value", o -> o.rename("shop.v1.State.STATE_DONE", "READY"), "READY", "DONE"),
                row(
                        "rename a method",
                        o -> o.rename("shop.v1.Orders/GetOrder", "order"),
                        "order(id: String): GetOrderResponse",
                        "getOrder"),
                row("renameInput", o -> o.renameInput("shop.v1.Order", "OrderData"), "order: OrderData", "OrderInput"),
                row(
                        "renameInput of a oneof",
                        o -> o.renameInput("shop.v1.Order.payment", "PaidBy"),
                        "input PaidBy @oneOf {",
                        "OrderPaymentInput"),
                row(
                        "prefix of a package",
                        o -> o.prefix("shop", "Old"),
                        "oldGetOrder(id: String): OldGetOrderResponse",
                        "type Order {"),
                row(
                        "prefix of a service",
                        o -> o.prefix("shop.v1.Orders", "orders"),
                        "ordersGetOrder(id: String): GetOrderResponse",
                        "  getOrder"),
                row("fieldNames", o -> o.fieldNames(FieldNames.PROTO), "big_number: Int64!", "bigNumber"),
                row("nullability", o -> o.nullability(Nullability.LENIENT), "bigNumber: Int64\n", "id: String!"),
                row("ids", o -> o.ids("*.id", "shop.v1.Order.count"), "count: ID!", "id: String"),
                row("maps", o -> o.maps(Maps.JSON), "parts: JSON!", "Entry"),
                row("jsonMaps", o -> o.jsonMaps("shop.v1.Order.parts"), "parts: JSON\n", "Entry"),
                row(
                        "unions",
                        o -> o.unions("shop.v1.Order.payment"),
                        "union OrderPayment = Card | Bill",
                        "card: Card\n"),
                row("enumPrefixes", o -> o.enumPrefixes(EnumPrefixes.KEPT), "STATE_OPEN", "  OPEN"),
                row("unspecified", o -> o.unspecified(Unspecified.NULL), "state: State\n", "UNSPECIFIED"),
                row("unknownEnumValue", o -> o.unknownEnumValue("UNKNOWN"), "  UNKNOWN\n", "unknown"),
                row(
                        "expose",
                        o -> o.expose("shop.v1.Orders/GetOrder", "order"),
                        "getOrder(id: String): Order",
                        "GetOrderResponse"),
                row(
                        "connections",
                        o -> o.connections("*"),
                        "listOrders(first: Int, after: String, state: State): ListOrdersConnection",
                        "pageSize"),
                row(
                        "list",
                        o -> o.list("shop.v1.Orders/Follow"),
                        "follow(input: GetOrderRequestInput!): [Order!]",
                        "Subscription"),
                row(
                        "oneMessage",
                        o -> o.oneMessage("shop.v1.Orders/Import", "shop.v1.Orders/Sync"),
                        "import(input: OrderInput!): Order",
                        "Sync("),
                row(
                        "explicit",
                        o -> o.explicit("shop.v1.GetOrderRequest.read_mask"),
                        "getOrder(id: String, readMask: FieldMask): GetOrderResponse",
                        "updateMask"),
                row(
                        "include",
                        o -> o.services("shop.v1.Internals").include(List.of("ListOrdersResponse", "CardInput")),
                        "type ListOrdersResponse {",
                        "ListOrdersRequest"));
    }

    private static Arguments row(String name, UnaryOperator<GraphOptionsBuilder> change, String added, String without) {
        return Arguments.of(name, change.apply(GraphOptions.builder()).build(), added, without);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("options")
    void changes(String name, GraphOptions options, String added, String without) {
        GrpcGraph graph = GrpcGraph.of(IDL, options);
        Protos.read(graph);
        assertThat(graph.sdl()).contains(added).doesNotContain(without);
    }

    @Test
    void without_options_all_is_there() {
        GrpcGraph graph = GrpcGraph.of(IDL, GraphOptions.DEFAULT);
        Protos.read(graph);
        assertThat(graph.sdl())
                .contains("getOrder(id: String): GetOrderResponse", "purge(", "type Subscription {", "card: Card\n")
                .doesNotContain("readMask", "updateMask", "import(", "sync(");
    }

    @Test
    void options_keep_what_they_are_when_they_are_changed() {
        GraphOptions options = GraphOptions.builder()
                .fieldNames(FieldNames.PROTO)
                .maps(Maps.JSON)
                .connections("shop.v1.Orders")
                .expose("shop.v1.Orders/GetOrder", "order")
                .ids("*.id")
                .unspecified(Unspecified.NULL)
                .unknownEnumValue("OTHER")
                .list("shop.v1.Orders/Follow", 7)
                .build();
        assertThat(GrpcGraph.of(IDL, options.toBuilder().build()).sdl())
                .isEqualTo(GrpcGraph.of(IDL, options).sdl());
    }

    @Test
    void integers_are_numbers_where_it_is_asked_for() {
        GraphOptions options = GraphOptions.builder().integers(Integers.NUMBERS).build();
        MessageType order = type(GrpcGraph.of(IDL, options), "Order");
        assertThat(order.field("bigNumber"))
                .isInstanceOfSatisfying(
                        MessageField.Single.class,
                        field -> assertThat(field.form()).isEqualTo(Form.Scalar.INT64_NUMBER));
        assertThat(order.field("count"))
                .isInstanceOfSatisfying(
                        MessageField.Single.class,
                        field -> assertThat(field.form()).isEqualTo(Form.Scalar.UINT64_NUMBER));
    }

    @Test
    void lenient_fields_are_nullable_but_have_their_defaults() {
        GraphOptions options =
                GraphOptions.builder().nullability(Nullability.LENIENT).build();
        assertThat(type(GrpcGraph.of(IDL, options), "Order").field("note"))
                .isInstanceOfSatisfying(MessageField.Single.class, field -> {
                    assertThat(field.nonNull()).isFalse();
                    assertThat(field.hasDefault()).isTrue();
                });
    }

    @Test
    void a_number_that_stands_for_nothing_has_no_name() {
        GraphOptions options =
                GraphOptions.builder().unspecified(Unspecified.NULL).build();
        EnumShape state = GrpcGraph.of(IDL, options).enumType("State");
        assertThat(state).isNotNull();
        assertThat(state.isAbsent(0)).isTrue();
        assertThat(state.nameOf(0)).isNull();
        assertThat(state.nameOf(1)).isEqualTo("OPEN");
    }

    @Test
    void a_union_has_its_members() {
        GraphOptions options =
                GraphOptions.builder().unions("shop.v1.Order.payment").build();
        GrpcGraph graph = GrpcGraph.of(IDL, options);
        assertThat(graph.unions())
                .containsExactly(Map.entry("OrderPayment", List.of(type(graph, "Card"), type(graph, "Bill"))));
    }

    @Test
    void a_connection_has_nodes_and_what_else_the_reply_has() {
        GraphOptions options =
                GraphOptions.builder().connections("shop.v1.Orders/ListOrders").build();
        GrpcGraph graph = GrpcGraph.of(IDL, options);
        RootField field = root(graph, "listOrders");
        assertThat(field.result()).isInstanceOfSatisfying(Result.Page.class, page -> {
            assertThat(page.connection().fields())
                    .extracting(MessageField::name)
                    .containsExactly("nodes", "totalSize");
            assertThat(page.items().descriptor().getName()).isEqualTo("orders");
            assertThat(page.nextPageToken().descriptor().getName()).isEqualTo("next_page_token");
            assertThat(page.connection()).isSameAs(graph.type("ListOrdersConnection"));
        });
        assertThat(field.request().field("first")).isInstanceOfSatisfying(InputField.Value.class, first -> {
            assertThat(first.descriptor().getName()).isEqualTo("page_size");
        });
        assertThat(field.request().field("after")).isInstanceOfSatisfying(InputField.Value.class, after -> {
            assertThat(after.descriptor().getName()).isEqualTo("page_token");
        });
    }

    @Test
    void an_update_knows_its_mask() {
        RootField field = root(GrpcGraph.of(IDL, GraphOptions.DEFAULT), "updateOrder");
        assertThat(field.request().updateMask()).isNotNull();
        assertThat(field.request().updateMask().getName()).isEqualTo("update_mask");
        assertThat(field.request().updatedResource()).isNotNull();
        assertThat(field.request().updatedResource().getName()).isEqualTo("order");
    }

    @Test
    void types_of_hidden_methods_are_known_and_not_shown() {
        GraphOptions options =
                GraphOptions.builder().services("shop.v1.Internals").build();
        GrpcGraph graph = GrpcGraph.of(IDL, options);
        assertThat(graph.typeOf(IDL.message("shop.v1.ListOrdersResponse"))).isNotNull();
        assertThat(graph.type("ListOrdersResponse")).isNull();
    }

    private static MessageType type(GrpcGraph graph, String name) {
        MessageType type = graph.type(name);
        assertThat(type).as(name).isNotNull();
        return type;
    }

    private static RootField root(GrpcGraph graph, String name) {
        return graph.roots().stream()
                .filter(root -> root.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
