package dev.perigee.grpc.wire;

import static dev.perigee.grpc.wire.Bytes.hex;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.testing.wire.Circle;
import dev.perigee.grpc.testing.wire.Color;
import dev.perigee.grpc.testing.wire.Sink3;
import dev.perigee.json.JsonWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values of messages for Java code, and fields that are written one by one. */
class WireMessageTest {
    private final MessageType type = new Types().of(Sink3.getDescriptor());

    private static final Sink3 FULL = Sink3.newBuilder()
            .setDoubleValue(1.5)
            .setFloatValue(2.5f)
            .setInt32Value(-3)
            .setInt64Value(-4)
            .setUint32Value(-1)
            .setUint64Value(-1)
            .setSint32Value(-7)
            .setSint64Value(-8)
            .setFixed32Value(-9)
            .setFixed64Value(10)
            .setSfixed32Value(-11)
            .setSfixed64Value(-12)
            .setBoolValue(true)
            .setStringValue("é")
            .setBytesValue(ByteString.copyFromUtf8("b"))
            .setColor(Color.COLOR_BLUE)
            .addInt32S(1)
            .addInt32S(2)
            .addColorsValue(99)
            .addChildren(Sink3.newBuilder().setInt32Value(5))
            .putByString("a", 1)
            .setCircle(Circle.newBuilder().setRadius(2))
            .setTimestamp(Timestamp.newBuilder().setSeconds(1))
            .setDuration(Duration.newBuilder().setNanos(-1))
            .setFieldMask(FieldMask.newBuilder().addPaths("a_b"))
            .setStruct(Struct.newBuilder()
                    .putFields("n", Value.newBuilder().setNumberValue(1).build())
                    .putFields("z", Value.newBuilder().setNullValueValue(0).build())
                    .putFields(
                            "l",
                            Value.newBuilder()
                                    .setListValue(ListValue.newBuilder()
                                            .addValues(Value.newBuilder().setStringValue("s")))
                                    .build()))
            .setValue(Value.newBuilder().setBoolValue(true))
            .setListValue(ListValue.newBuilder().addValues(Value.newBuilder().setNumberValue(2)))
            .setAny(Any.pack(Circle.getDefaultInstance()))
            .setEmpty(Empty.getDefaultInstance())
            .setWrappedInt64(Int64Value.of(-5))
            .setWrappedUint64(UInt64Value.of(-1))
            .build();

    private Object read(WireMessage message, String field) {
        return message.read(type.field(field));
    }

    @Test
    void reads_values_for_java_code() {
        WireMessage message = WireMessage.of(type, FULL);
        BigInteger most = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
        Map<String, Object> expected = Map.ofEntries(
                Map.entry("double_value", 1.5),
                Map.entry("float_value", 2.5f),
                Map.entry("int32_value", -3),
                Map.entry("int64_value", -4L),
                Map.entry("uint32_value", 4294967295L),
                Map.entry("uint64_value", most),
                Map.entry("sint32_value", -7),
                Map.entry("sint64_value", -8L),
                Map.entry("fixed32_value", 4294967287L),
                Map.entry("fixed64_value", 10L),
                Map.entry("sfixed32_value", -11),
                Map.entry("sfixed64_value", -12L),
                Map.entry("bool_value", true),
                Map.entry("string_value", "é"),
                Map.entry("bytes_value", ByteString.copyFromUtf8("b")),
                Map.entry("color", "COLOR_BLUE"),
                Map.entry("int32s", List.of(1, 2)),
                Map.entry("timestamp", "1970-01-01T00:00:01Z"),
                Map.entry("duration", "-0.000000001s"),
                Map.entry("field_mask", "aB"),
                Map.entry("value", true),
                Map.entry("list_value", List.of(2.0)),
                Map.entry("any", Any.pack(Circle.getDefaultInstance())),
                Map.entry("empty", true),
                Map.entry("wrapped_int64", -5L),
                Map.entry("wrapped_uint64", most),
                Map.entry("strings", List.of()));
        expected.forEach(
                (name, value) -> assertThat(read(message, name)).as(name).isEqualTo(value));
        assertThat(read(message, "colors")).hasToString("[null]");
        assertThat(read(message, "struct")).hasToString("{n=1.0, z=null, l=[s]}");
        assertThat(read(message, "optional_int32")).isNull();
        assertThat(read(message, "child")).isNull();
    }

    @Test
    void reads_messages_of_messages() {
        WireMessage message = WireMessage.of(type, FULL);
        WireMessage child = (WireMessage) ((List<?>) read(message, "children")).getFirst();
        assertThat(read(child, "int32_value")).isEqualTo(5);
        WireMessage entry = (WireMessage) ((List<?>) read(message, "by_string")).getFirst();
        assertThat(entry.read(entry.type().field("key"))).isEqualTo("a");
        assertThat(entry.read(entry.type().field("value"))).isEqualTo(1);
        WireMessage circle = (WireMessage) read(message, "shape");
        assertThat(circle.type().name()).isEqualTo("Circle");
        assertThat(circle.read(circle.type().field("radius"))).isEqualTo(2.0);
        assertThat(message).isNotEqualTo(WireMessage.of(type, FULL));
    }

    @Test
    void says_what_is_wrong_with_a_value() {
        WireMessage text = new WireMessage(type, hex("72 01 FF"), 0, 3);
        assertThatThrownBy(() -> read(text, "string_value"))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("INVALID_UTF8"));
        WireMessage broken = new WireMessage(type, hex("72 09 61"), 0, 3);
        assertThatThrownBy(() -> read(broken, "int32_value"))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("MALFORMED_REPLY"));
        WireMessage deep = of(new Bytes().bytes(75, deepValue()));
        assertThatThrownBy(() -> read(deep, "value"))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("MALFORMED_REPLY"));
    }

    private WireMessage of(Bytes bytes) {
        return new WireMessage(type, bytes.done(), 0, bytes.done().length);
    }

    private static byte[] deepValue() {
        byte[] lists = new byte[0];
        for (int i = 0; i < 200; i++)
            lists = new Bytes().bytes(6, new Bytes().bytes(1, lists).done()).done();
        return lists;
    }

    @Test
    void writes_fields_one_by_one() {
        Selection<String> selection =
                Selecting.of(type, "int32_value c:children{int32_value} s:string_value __typename");
        List<FieldWriter<String>> writers = FieldWriter.allOf(selection, WriteOptions.DEFAULT);
        WireMessage message = WireMessage.of(type, FULL);
        JsonWriter out = new JsonWriter();
        for (FieldWriter<String> writer : writers) {
            assertThat(writer.write(message, key -> true, out, (key, path, cause) -> {}))
                    .isTrue();
            out.raw(' ');
        }
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo("-3 [{\"int32_value\":5}] \"é\" \"Sink3\" ");
        assertThat(writers.stream().map(FieldWriter::key))
                .containsExactly("int32_value", "children", "string_value", "__typename");
    }

    @Test
    void tells_errors_below_the_field_that_is_written() {
        byte[] bytes = new Bytes()
                .bytes(14, hex("FF"))
                .message(47, new Bytes().bytes(14, hex("FF")))
                .done();
        WireMessage message = new WireMessage(type, bytes, 0, bytes.length);
        List<String> errors = new ArrayList<>();
        JsonWriter out = new JsonWriter();
        for (var selected :
                Selecting.of(type, "string_value children{a:string_value}").fields()) {
            FieldWriter<String> writer = FieldWriter.of(type, selected, WriteOptions.DEFAULT);
            assertThat(writer.write(message, key -> true, out, (key, path, cause) -> errors.add(key + " " + path)))
                    .isFalse();
        }
        assertThat(out.position()).isZero();
        assertThat(errors).containsExactly("string_value []", "string_value [0, a]");
    }

    @Test
    void is_read_by_many_threads() {
        WireMessage message = WireMessage.of(type, FULL);
        List<String> names = List.of("int32_value", "string_value", "far", "int64_value", "wrapped_int64");
        long wrong = IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> {
                    String name = names.get(i % names.size());
                    return !String.valueOf(read(message, name))
                            .equals(Arrays.asList("-3", "é", "", "-4", "-5").get(i % 5));
                })
                .count();
        assertThat(wrong).isZero();
    }
}
