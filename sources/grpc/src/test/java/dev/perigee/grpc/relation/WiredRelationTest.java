package dev.perigee.grpc.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.ProtoFiles;
import dev.perigee.grpc.wire.WireMessage;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaDiff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relations over the types of a graph and messages in bytes, declared in the IDL itself. */
class WiredRelationTest {
    private static final String IDL = """
        syntax = "proto3";
        package shop.v1;
        import "google/protobuf/field_mask.proto";
        import "google/protobuf/timestamp.proto";
        import "google/protobuf/wrappers.proto";
        import "perigee/options.proto";
        service Shop {
          rpc GetItem(GetItemRequest) returns (Item);
          rpc Makers(MakersRequest) returns (MakersReply);
          rpc Ratings(RatingsRequest) returns (RatingsReply);
        }
        message Item {
          option (perigee.message) = {
            relation {field: "maker" method: "shop.v1.Shop/Makers"
              batch {keys: "ids" from: "parent.maker_id" result: "makers.value" key: "key"}}
            relation {field: "ratings" method: "shop.v1.Shop/Ratings" result: "ratings"
              with {key: "kind" value: "parent.kind"} with {key: "since" value: "parent.made"}
              with {key: "most" value: "args.most"} with {key: "best" value: "GOOD"} with {key: "lot" value: "parent.lot"}}
          };
          fixed64 maker_id = 1 [(perigee.field).hide = true];
          Kind kind = 2;
          google.protobuf.Timestamp made = 3;
          google.protobuf.UInt32Value lot = 4;
        }
        enum Kind { KIND_UNSPECIFIED = 0; KIND_NEW = 1; KIND_OLD = 2; }
        enum Best { BAD = 0; GOOD = 1; }
        message GetItemRequest { string id = 1; }
        message MakersRequest { repeated uint64 ids = 1; google.protobuf.FieldMask read_mask = 2; }
        message MakersReply { map<uint64, Maker> makers = 1; }
        message Maker { string name = 1; }
        message RatingsRequest {
          Kind kind = 1;
          google.protobuf.Timestamp since = 2;
          int32 most = 3;
          Best best = 4;
          uint32 lot = 5;
        }
        message RatingsReply { repeated int32 ratings = 1; }
        """;

    @TempDir
    Path folder;

    private Idl idl;
    private GrpcGraph graph;

    @BeforeEach
    void read() throws Exception {
        Path file = Files.writeString(folder.resolve("shop.proto"), IDL);
        idl = ProtoFiles.of(List.of(file), List.of()).read();
        graph = GrpcGraph.of(idl, GraphOptions.DEFAULT);
    }

    private Relations relations(String overlay) {
        Schema schema = Schema.of(Source.of("graph", graph.sdl()), Source.of("overlay", overlay));
        return Relations.of(schema, MessageTypes.of(graph), idl);
    }

    private WireMessage message(MessageType type, String json) throws Exception {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type.descriptor());
        JsonFormat.parser().merge(json, message);
        return WireMessage.of(type, message.build());
    }

    private WireMessage item(String json) throws Exception {
        return message(graph.type("Item"), json);
    }

    private static RelationCalls calls(Relation relation, Ask ask) {
        return RelationCalls.of(relation, (message, field) -> ((WireMessage) message).read(field), List.of(ask));
    }

    private static String json(RelationCall call) throws Exception {
        return JsonFormat.printer()
                .omittingInsignificantWhitespace()
                .print(DynamicMessage.parseFrom(call.method().getInputType(), call.request()));
    }

    @Test
    void hiddenKeysAndMapsOfResults() throws Exception {
        Relation maker = relations("scalar Nothing").of("Item.maker");
        RelationCalls calls = calls(
                maker,
                People.ask(item("{\"makerId\": \"18446744073709551615\"}"), item("{\"makerId\": 7}"), item("{}")));
        RelationCall call = calls.calls().getFirst();
        assertThat(json(call)).isEqualTo("{\"ids\":[\"18446744073709551615\",\"7\",\"0\"]}");
        call.reply(message(maker.reply(), "{\"makers\": {\"18446744073709551615\": {\"name\": \"a\"}, \"0\": {}}}"));
        Object[] values = calls.outcome(0).values();
        assertThat(Arrays.stream(values).map(value -> value == null ? null : name(value)))
                .containsExactly("a", null, "");
        assertThat(maker.parentNeeds()).containsExactly("maker_id");
        assertThat(maker.replyNeeds()).containsExactly("makers.key");
    }

    private Object name(Object maker) {
        return ((WireMessage) maker).read(graph.type("Maker").field("name"));
    }

    @Test
    void valuesAsTheyAreReadFromBytes() throws Exception {
        Relation ratings = relations("scalar Nothing").of("Item.ratings");
        RelationCalls calls = calls(
                ratings,
                People.ask(
                        java.util.Map.of("most", 3),
                        item("{\"kind\": \"KIND_OLD\", \"made\": \"1969-12-31T23:59:59.5Z\", \"lot\": 4294967295}"),
                        item("{\"kind\": \"KIND_NEW\"}")));
        assertThat(calls.calls()).hasSize(1); // the other one has no time to ask with
        assertThat(json(calls.calls().getFirst()))
                .isEqualTo(
                        "{\"kind\":\"KIND_OLD\",\"since\":\"1969-12-31T23:59:59.500Z\",\"most\":3,\"best\":\"GOOD\",\"lot\":4294967295}");
        calls.calls().getFirst().reply(message(ratings.reply(), "{\"ratings\": [3, 1]}"));
        assertThat(calls.outcome(0).values()).containsExactly(List.of(3, 1), List.of());
    }

    @Test
    void malformedRepliesFailTheirCall() throws Exception {
        Relation maker = relations("scalar Nothing").of("Item.maker");
        RelationCalls calls = calls(maker, People.ask(item("{\"makerId\": 7}")));
        calls.calls().getFirst().reply(new WireMessage(maker.reply(), new byte[] {10, 50, 1}, 0, 3));
        assertThat(calls.outcome(0).failures().get(0))
                .isInstanceOf(dev.perigee.data.ClientException.class)
                .extracting(failure -> ((dev.perigee.data.ClientException) failure).code())
                .isEqualTo("MALFORMED_REPLY");
    }

    @Test
    void whatTheSelectionFillsInIsNotBound() {
        assertThatThrownBy(() ->
                        relations("extend type Item { x: Maker @grpc(method: \"shop.v1.Shop/Makers\", with: {read_mask:"
                                + " {paths: [\"'name'\"]}}, batch: {keys: \"ids\", from: \"parent.maker_id\","
                                + " result: \"makers.value\", key: \"key\"}) }"))
                .isInstanceOf(RelationException.class)
                .hasMessage(
                        "Item.x: with.read_mask: shop.v1.MakersRequest.read_mask is filled in with what is selected."
                                + " Leave it out.");
    }

    @Test
    void theDirectiveOfGraphsIsTheSame() {
        String rest = "type Query { a: Int @grpc(method: \"x\") }";
        Schema ours = Schema.of(Source.of("ours", Directives.SDL), Source.of("rest", rest));
        Schema graphs = Schema.of(Source.of("graph", graph.sdl()));
        assertThat(SchemaDiff.between(graphs, ours).stream()
                        .map(Object::toString)
                        .filter(change -> change.contains("grpc") || change.contains("Grpc")))
                .isEmpty();
    }
}
