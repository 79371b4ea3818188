package dev.perigee.grpc.wire;

import static dev.perigee.grpc.wire.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.testing.wire.Sink3;
import dev.perigee.grpc.testing.wire.Square;
import dev.perigee.grpc.wire.WriteOptions.NonFinite;
import dev.perigee.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that can't be written, and bytes that are no message. */
class WireErrorsTest {
    private static final byte[] NOT_UTF8 = hex("61 C3 28");
    private static final byte[] NAN = hex("00 00 00 00 00 00 F8 7F");

    private final MessageType type = new Types().of(Sink3.getDescriptor());

    static Stream<Arguments> errors() {
        return Stream.of(
                error(
                        "null where it is allowed",
                        "optional_string bool_value",
                        new Bytes().bytes(22, NOT_UTF8),
                        "{'optional_string':null,'bool_value':false}",
                        "INVALID_UTF8 [optional_string]"),
                error(
                        "null up to the message",
                        "bool_value string_value",
                        new Bytes().bytes(14, NOT_UTF8),
                        "",
                        "INVALID_UTF8 [string_value]"),
                error(
                        "null up to the nearest message",
                        "bool_value a:child{string_value}",
                        new Bytes().message(17, new Bytes().bytes(14, NOT_UTF8)),
                        "{'bool_value':false,'a':null}",
                        "INVALID_UTF8 [a, string_value]"),
                error(
                        "null of an item, through lists",
                        "child{b:children{s:string_value}} bool_value",
                        new Bytes()
                                .message(
                                        17,
                                        new Bytes()
                                                .message(47, new Bytes())
                                                .message(47, new Bytes().bytes(14, NOT_UTF8))),
                        "{'child':null,'bool_value':false}",
                        "INVALID_UTF8 [child, b, 1, s]"),
                error(
                        "null of a leaf in a list",
                        "child{colors}",
                        new Bytes().message(17, new Bytes().bytes(46, hex("01 63 01"))),
                        "{'child':null}",
                        "UNKNOWN_ENUM_VALUE [child, colors, 1]"),
                error(
                        "null of a value in a map",
                        "child{by_string{key value} by_bool{key value}}",
                        new Bytes()
                                .message(
                                        17,
                                        new Bytes()
                                                .message(
                                                        54,
                                                        new Bytes().varint(1, 1).varint(2, 99))),
                        "{'child':null}",
                        "UNKNOWN_ENUM_VALUE [child, by_bool, 0, value]"),
                error(
                        "an open enum",
                        "optional_color",
                        new Bytes().varint(23, 99),
                        "{'optional_color':null}",
                        "UNKNOWN_ENUM_VALUE [optional_color]"),
                error(
                        "not a number",
                        "optional_double",
                        new Bytes().raw(hex("C1 01")).raw(NAN),
                        "{'optional_double':null}",
                        "NOT_FINITE [optional_double]"),
                error(
                        "not a number in a wrapper",
                        "wrapped_double",
                        new Bytes().message(85, new Bytes().raw(hex("09")).raw(NAN)),
                        "{'wrapped_double':null}",
                        "NOT_FINITE [wrapped_double]"),
                error(
                        "not a number in JSON",
                        "value",
                        new Bytes().message(75, new Bytes().raw(hex("11")).raw(NAN)),
                        "{'value':null}",
                        "NOT_FINITE [value]"),
                error(
                        "year 10000",
                        "timestamp",
                        new Bytes().message(71, new Bytes().varint(1, 253402300800L)),
                        "{'timestamp':null}",
                        "INVALID_TIMESTAMP [timestamp]"),
                error(
                        "year 0",
                        "timestamp",
                        new Bytes().message(71, new Bytes().varint(1, -62135596801L)),
                        "{'timestamp':null}",
                        "INVALID_TIMESTAMP [timestamp]"),
                error(
                        "ten digits of nanos",
                        "timestamp",
                        new Bytes().message(71, new Bytes().varint(2, 1_000_000_000)),
                        "{'timestamp':null}",
                        "INVALID_TIMESTAMP [timestamp]"),
                error(
                        "two signs",
                        "duration",
                        new Bytes().message(72, new Bytes().varint(1, 1).varint(2, -1)),
                        "{'duration':null}",
                        "INVALID_DURATION [duration]"),
                error(
                        "the longest of all",
                        "duration",
                        new Bytes().message(72, new Bytes().varint(1, Long.MIN_VALUE)),
                        "{'duration':null}",
                        "INVALID_DURATION [duration]"),
                error(
                        "a path in camel case",
                        "field_mask",
                        new Bytes().message(73, new Bytes().text(1, "aB")),
                        "{'field_mask':null}",
                        "INVALID_FIELD_MASK [field_mask]"),
                error(
                        "a path with two underscores",
                        "field_mask",
                        new Bytes().message(73, new Bytes().text(1, "a__b")),
                        "{'field_mask':null}",
                        "INVALID_FIELD_MASK [field_mask]"),
                error(
                        "a broken message in any",
                        "any bool_value",
                        new Bytes().message(77, new Bytes().text(1, "x/Square").bytes(2, hex("08"))),
                        "{'any':null,'bool_value':false}",
                        "INVALID_ANY [any]"),
                error(
                        "text in any",
                        "any",
                        new Bytes()
                                .message(
                                        77,
                                        new Bytes()
                                                .text(1, "x/Square")
                                                .bytes(
                                                        2,
                                                        new Bytes()
                                                                .bytes(2, NOT_UTF8)
                                                                .done())),
                        "{'any':null}",
                        "INVALID_UTF8 [any]"));
    }

    private static Arguments error(String name, String fields, Bytes bytes, String json, String error) {
        return Arguments.of(name, fields, bytes.done(), json, error);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void tells_what_is_null_for_an_error(String name, String fields, byte[] bytes, String json, String error) {
        Written written = Written.of(writer(fields), bytes);
        assertThat(written.json()).isEqualTo(json.replace('\'', '"'));
        assertThat(written.errors()).containsExactly(error);
    }

    private MessageWriter<String> writer(String fields) {
        return MessageWriter.of(
                Selecting.of(type, fields),
                new WriteOptions(NonFinite.ERROR, 100, url -> url.equals("x/Square") ? Square.getDescriptor() : null));
    }

    @ParameterizedTest
    @CsvSource({
        "18, the end comes inside a number at byte 1",
        "18 FF FF FF FF FF FF FF FF FF FF 01, a number has too many bytes at byte 1",
        "80, the end comes inside a number at byte 0",
        "72 05 61, a length of 5 bytes is beyond the end at byte 2",
        "72 FF FF FF FF 07, a length of 2147483647 bytes is beyond the end at byte 6",
        "72 FF FF FF FF FF FF FF FF FF 01, a length of 18446744073709551615 bytes is beyond the end at byte 11",
        "7A 05 61, a length of 5 bytes is beyond the end at byte 2",
        "0D 01, the end comes inside a number at byte 1",
        "09 01 02 03 04 05 06 07, the end comes inside a number at byte 1",
        "00 01, a field has the number 0 at byte 1",
        "0F, a field has the unknown wire type 7 at byte 1",
        "0E, a field has the unknown wire type 6 at byte 1",
        "1C, a group ends that has not begun at byte 1",
        "A3 06, a group has no end at byte 2",
        "A3 06 AC 06, a group ends that has not begun at byte 4",
        "8A 01 02 18 80, the end comes inside a number at byte 4",
        "8A 01 01 18, the end comes inside a number at byte 4",
    })
    void refuses_what_is_no_message(String hex, String what) {
        byte[] bytes = hex(hex);
        assertThatThrownBy(() -> Written.of(writer("string_value int32_value double_value child{int32_value}"), bytes))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("MALFORMED_REPLY"))
                .hasMessage(
                        "The service's reply is no valid protobuf: " + what + ". Does it use the same proto files?");
    }

    @Test
    void refuses_what_is_nested_too_deep() {
        byte[] groups = "\u009B\u0006".repeat(200_000).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Written.of(writer("int32_value"), groups))
                .hasMessageContaining("groups are nested deeper than 100");
        byte[] lists = new byte[0];
        for (int i = 0; i < 120; i++)
            lists = new Bytes().bytes(6, new Bytes().bytes(1, lists).done()).done();
        byte[] value = new Bytes().bytes(75, lists).done();
        assertThatThrownBy(() -> Written.of(writer("value"), value))
                .hasMessageContaining("messages are nested deeper than 100");
        byte[] any = new byte[0];
        for (int i = 0; i < 120; i++)
            any = new Bytes().text(1, "x/Any").bytes(2, any).done();
        byte[] reply = new Bytes().bytes(77, any).done();
        MessageWriter<String> writer = MessageWriter.of(
                Selecting.of(type, "any"),
                new WriteOptions(NonFinite.ERROR, 100, url -> com.google.protobuf.Any.getDescriptor()));
        assertThat(Written.of(writer, reply)).isEqualTo(new Written("{\"any\":null}", List.of("INVALID_ANY [any]")));
    }

    @Test
    void takes_no_room_for_a_length_that_is_a_lie() {
        byte[] bytes = hex("72 FF FF FF FF 07 61");
        JsonWriter out = new JsonWriter(16, 64);
        assertThatThrownBy(() -> writer("string_value")
                        .write(bytes, 0, bytes.length, key -> true, out, (key, path, cause) -> {}))
                .isInstanceOf(ClientException.class);
        assertThat(out.capacity()).isLessThanOrEqualTo(64);
    }

    @Test
    void writes_any_of_unknown_types_with_its_bytes() {
        byte[] bytes = new Bytes()
                .message(77, new Bytes().text(1, "x/Unknown").bytes(2, hex("01 02")))
                .done();
        assertThat(Written.of(writer("any"), bytes).json())
                .isEqualTo("{\"any\":{\"@type\":\"x/Unknown\",\"value\":\"AQI=\"}}");
        byte[] empty = new Bytes().message(77, new Bytes()).done();
        assertThat(Written.of(writer("any"), empty).json()).isEqualTo("{\"any\":{}}");
    }

    @Test
    void writes_what_is_not_finite_as_text_where_asked_to() {
        MessageWriter<String> writer = MessageWriter.of(
                Selecting.of(type, "double_value float_value"), new WriteOptions(NonFinite.TEXT, 100, url -> null));
        byte[] bytes =
                new Bytes().raw(hex("09")).raw(NAN).raw(hex("15 00 00 80 FF")).done();
        assertThat(Written.of(writer, bytes).json())
                .isEqualTo("{\"double_value\":\"NaN\",\"float_value\":\"-Infinity\"}");
    }

    @Test
    void writes_maps_as_json_with_numbers_of_unknown_values() {
        MessageType maps = new MessageType("Maps", Sink3.getDescriptor());
        var byBool = Sink3.getDescriptor().findFieldByName("by_bool");
        var bySint = Sink3.getDescriptor().findFieldByName("by_sint64");
        Types types = new Types();
        maps.complete(List.of(
                new MessageField.JsonMap(
                        "flags",
                        byBool,
                        Form.Scalar.BOOLEAN,
                        types.form(byBool.getMessageType().findFieldByNumber(2))),
                new MessageField.JsonMap(
                        "messages",
                        bySint,
                        Form.Scalar.INT64,
                        types.form(bySint.getMessageType().findFieldByNumber(2)))));
        byte[] bytes = new Bytes()
                .message(54, new Bytes().varint(1, 1).varint(2, 99))
                .message(54, new Bytes().varint(1, 7).varint(2, 1))
                .message(54, new Bytes())
                .message(53, new Bytes().varint(1, 3).message(2, new Bytes().varint(4, 5)))
                .done();
        MessageWriter<String> writer = MessageWriter.of(Types.all(maps, 2), WriteOptions.DEFAULT);
        assertThat(Written.of(writer, bytes).json())
                .isEqualTo("{\"flags\":{\"true\":\"COLOR_RED\",\"false\":\"COLOR_NONE\"},"
                        + "\"messages\":{\"-2\":{\"int64Value\":\"5\"}}}");
        assertThat(Written.of(writer, new byte[0]).json()).isEqualTo("{\"flags\":{},\"messages\":{}}");
    }

    @Test
    void writes_what_stands_for_nothing() {
        MessageType empty = new MessageType("Empty", Sink3.getDescriptor());
        empty.complete(List.of(new MessageField.Nothing("_")));
        Selection<String> selection = new Selection<>(
                empty,
                List.of(
                        new Selection.Selected<>("_", "_", empty.field("_"), Map.of(), false),
                        new Selection.Selected<>("t", "t", null, Map.of(), false)));
        assertThat(Written.of(MessageWriter.of(selection, WriteOptions.DEFAULT), new byte[0])
                        .json())
                .isEqualTo("{\"_\":null,\"t\":\"Empty\"}");
    }
}
