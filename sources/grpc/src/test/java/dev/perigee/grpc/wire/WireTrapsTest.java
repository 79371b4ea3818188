package dev.perigee.grpc.wire;

import static dev.perigee.grpc.wire.Bytes.hex;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.testing.wire.Sink2;
import dev.perigee.grpc.testing.wire.Sink2023;
import dev.perigee.grpc.testing.wire.Sink3;
import dev.perigee.grpc.testing.wire.Wide;
import dev.perigee.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the wire format allows and writers rarely do, by bytes made by hand. */
class WireTrapsTest {
    private static final byte[] MINUS_ONE = hex("FF FF FF FF FF FF FF FF FF 01");

    static Stream<Arguments> traps() {
        return Stream.of(
                trap(
                        "selection's order",
                        Sink3.getDescriptor(),
                        "string_value bool_value", //
                        new Bytes().varint(13, 1).text(14, "a"),
                        "{'string_value':'a','bool_value':true}"),
                trap(
                        "last scalar wins",
                        Sink3.getDescriptor(),
                        "int32_value", //
                        new Bytes().varint(3, 1).varint(3, 2),
                        "{'int32_value':2}"),
                trap(
                        "negative int32",
                        Sink3.getDescriptor(),
                        "int32_value", //
                        new Bytes().varint(3, -1),
                        "{'int32_value':-1}"),
                trap(
                        "int32 of 64 bits",
                        Sink3.getDescriptor(),
                        "int32_value sint32_value", //
                        new Bytes().varint(3, 1L << 32 | 5).varint(7, 1L << 32 | 3),
                        "{'int32_value':5,'sint32_value':-2}"),
                trap(
                        "enum of 64 bits",
                        Sink3.getDescriptor(),
                        "color", //
                        new Bytes().varint(16, 1L << 32 | 7),
                        "{'color':'COLOR_BLUE'}"),
                trap(
                        "negative enum",
                        Sink3.getDescriptor(),
                        "color", //
                        new Bytes().varint(16, -3),
                        "{'color':'COLOR_BELOW'}"),
                trap(
                        "any number is true",
                        Sink3.getDescriptor(),
                        "bool_value", //
                        new Bytes().varint(13, 1L << 40),
                        "{'bool_value':true}"),
                trap(
                        "over-long varint",
                        Sink3.getDescriptor(),
                        "int32_value", //
                        new Bytes().raw(hex("18 85 80 80 80 80 80 80 80 80 00")),
                        "{'int32_value':5}"),
                trap(
                        "over-long tag and length",
                        Sink3.getDescriptor(),
                        "string_value", //
                        new Bytes().raw(hex("F2 80 00 81 80 00 61")),
                        "{'string_value':'a'}"),
                trap(
                        "unsigned",
                        Sink3.getDescriptor(),
                        "uint32_value uint64_value fixed32_value", //
                        new Bytes().varint(5, 0xFFFFFFFFL).varint(6, -1).raw(hex("4D FF FF FF FF")),
                        "{'uint32_value':4294967295,'uint64_value':'18446744073709551615','fixed32_value':4294967295}"),
                trap(
                        "absent",
                        Sink3.getDescriptor(),
                        "int64_value optional_int32 child{color} int32s by_string{key} color", //
                        new Bytes(),
                        "{'int64_value':'0','optional_int32':null,'child':null,'int32s':[],"
                                + "'by_string':[],'color':'COLOR_NONE'}"),
                trap(
                        "present and default",
                        Sink3.getDescriptor(),
                        "optional_int32 wrapped_int32 wrapped_string empty", //
                        new Bytes()
                                .varint(21, 0)
                                .bytes(80, new byte[0])
                                .bytes(86, new byte[0])
                                .bytes(78, new byte[0]),
                        "{'optional_int32':0,'wrapped_int32':0,'wrapped_string':'','empty':true}"),
                trap(
                        "packed and not, with others between",
                        Sink3.getDescriptor(),
                        "int32s string_value", //
                        new Bytes()
                                .varint(33, 1)
                                .text(14, "x")
                                .bytes(33, hex("02 03"))
                                .varint(3, 9)
                                .varint(33, 4)
                                .bytes(33, new byte[0]),
                        "{'int32s':[1,2,3,4],'string_value':'x'}"),
                trap(
                        "packed where it is not declared",
                        Sink3.getDescriptor(),
                        "unpacked", //
                        new Bytes().bytes(48, hex("01 02")).varint(48, 3),
                        "{'unpacked':[1,2,3]}"),
                trap(
                        "lists of messages with others between",
                        Sink3.getDescriptor(),
                        "children{int32_value} strings", //
                        new Bytes()
                                .message(47, new Bytes().varint(3, 1))
                                .text(44, "s")
                                .message(47, new Bytes().varint(3, 2)),
                        "{'children':[{'int32_value':1},{'int32_value':2}],'strings':['s']}"),
                trap(
                        "pieces of a message",
                        Sink3.getDescriptor(),
                        "child{int32_value string_value child{int32s}}", //
                        new Bytes()
                                .message(17, new Bytes().varint(3, 1).message(17, new Bytes().varint(33, 1)))
                                .varint(3, 8)
                                .message(17, new Bytes().text(14, "b").message(17, new Bytes().varint(33, 2))),
                        "{'child':{'int32_value':1,'string_value':'b','child':{'int32s':[1,2]}}}"),
                trap(
                        "pieces of a timestamp and a wrapper",
                        Sink3.getDescriptor(),
                        "timestamp wrapped_int32", //
                        new Bytes()
                                .message(71, new Bytes().varint(1, 1))
                                .message(71, new Bytes().varint(2, 5_000_000))
                                .message(80, new Bytes().varint(1, 3))
                                .message(80, new Bytes()),
                        "{'timestamp':'1970-01-01T00:00:01.005Z','wrapped_int32':3}"),
                trap(
                        "last member of a oneof",
                        Sink3.getDescriptor(),
                        "choice_int32 choice_string", //
                        new Bytes().text(62, "a").varint(61, 4),
                        "{'choice_int32':4,'choice_string':null}"),
                trap(
                        "a member that is not selected",
                        Sink3.getDescriptor(),
                        "choice_int32", //
                        new Bytes().varint(61, 4).text(62, "a"),
                        "{'choice_int32':null}"),
                trap(
                        "a message of a oneof, cleared between",
                        Sink3.getDescriptor(),
                        "choice_message{int32_value string_value}", //
                        new Bytes()
                                .message(63, new Bytes().varint(3, 1))
                                .varint(61, 4)
                                .message(63, new Bytes().text(14, "b"))
                                .message(63, new Bytes().text(14, "c")),
                        "{'choice_message':{'int32_value':0,'string_value':'c'}}"),
                trap(
                        "default values of proto2",
                        Sink2.getDescriptor(),
                        "number text data level ratio flag zigzag large", //
                        new Bytes(),
                        "{'number':null,'text':null,'data':null,'level':null,'ratio':null,'flag':null,"
                                + "'zigzag':null,'large':null}"),
                trap(
                        "closed enum",
                        Sink2.getDescriptor(),
                        "level levels packed_levels", //
                        new Bytes()
                                .varint(5, 2)
                                .varint(5, 77)
                                .varint(17, 1)
                                .varint(17, 77)
                                .varint(17, -1)
                                .bytes(18, hex("01 4D 02")),
                        "{'level':'HIGH','levels':['LOW','TOP'],'packed_levels':['LOW','HIGH']}"),
                trap(
                        "closed enum in a oneof",
                        Sink2.getDescriptor(),
                        "choice_level choice_text", //
                        new Bytes().text(21, "a").varint(20, 77),
                        "{'choice_level':null,'choice_text':'a'}"),
                trap(
                        "groups",
                        Sink2.getDescriptor(),
                        "detail{name numbers} row{cell}", //
                        new Bytes()
                                .group(13, new Bytes().text(1, "a").varint(2, 1).done())
                                .group(14, new Bytes().varint(1, 1).done())
                                .group(13, new Bytes().varint(2, 2).done())
                                .group(14, new Bytes().done()),
                        "{'detail':{'name':'a','numbers':[1,2]},'row':[{'cell':1},{'cell':null}]}"),
                trap(
                        "a group as bytes is unknown",
                        Sink2.getDescriptor(),
                        "detail{name}", //
                        new Bytes().message(13, new Bytes().text(1, "a")),
                        "{'detail':null}"),
                trap(
                        "another wire type is unknown",
                        Sink3.getDescriptor(),
                        "int32_value string_value", //
                        new Bytes().text(3, "a").varint(14, 1),
                        "{'int32_value':0,'string_value':''}"),
                trap(
                        "extensions and unknown fields",
                        Sink2.getDescriptor(),
                        "number", //
                        new Bytes()
                                .text(100, "e")
                                .group(199, new Bytes().group(1, new byte[0]).done())
                                .varint(2, 1)
                                .raw(hex("CD 3E 01 02 03 04")),
                        "{'number':1}"),
                trap(
                        "editions",
                        Sink2023.getDescriptor(),
                        "explicit implicit defaulted delimited{explicit} closed_list", //
                        new Bytes().group(10, new Bytes().varint(1, 3).done()).bytes(9, hex("05 07 06")),
                        "{'explicit':null,'implicit':0,'defaulted':null,'delimited':{'explicit':3},"
                                + "'closed_list':['CLOSED_FIVE','CLOSED_SIX']}"),
                trap(
                        "entries of maps",
                        Sink3.getDescriptor(),
                        "by_string{key value}", //
                        new Bytes()
                                .message(51, new Bytes().text(1, "a").varint(2, 1))
                                .message(51, new Bytes().varint(2, 2))
                                .message(
                                        51,
                                        new Bytes().varint(2, 9).text(1, "b").varint(2, 3))
                                .message(51, new Bytes().text(1, "a")),
                        "{'by_string':[{'key':'a','value':0},{'key':'','value':2},{'key':'b','value':3}]}"),
                trap(
                        "a message absent in a map",
                        Sink3.getDescriptor(),
                        "by_sint64{key value{int32_value}}", //
                        new Bytes().message(53, new Bytes().varint(1, 1)),
                        "{'by_sint64':[{'key':'-1','value':{'int32_value':0}}]}"),
                trap(
                        "far fields",
                        Sink3.getDescriptor(),
                        "far far_list", //
                        new Bytes().text(5000, "far").varint(536870911, 1).varint(536870911, 2),
                        "{'far':'far','far_list':['1','2']}"),
                trap(
                        "text",
                        Sink3.getDescriptor(),
                        "string_value", //
                        new Bytes().text(14, "\u2028é\"\\\u0007"),
                        "{'string_value':'\u2028é\\\"\\\\\\u0007'}"));
    }

    private static Arguments trap(String name, Descriptor type, String fields, Bytes bytes, String... json) {
        return Arguments.of(name, type, fields, bytes.done(), String.join("", json));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void writes(String name, Descriptor descriptor, String fields, byte[] bytes, String json) {
        MessageWriter<String> writer =
                MessageWriter.of(Selecting.of(new Types().of(descriptor), fields), WriteOptions.DEFAULT);
        Written written = Written.of(writer, bytes);
        assertThat(written.errors()).isEmpty();
        assertThat(written.json()).isEqualTo(json.replace('\'', '"'));
    }

    @Test
    void writes_defaults_of_proto2_where_a_field_has_them() {
        MessageType type = new MessageType("Sink2", Sink2.getDescriptor());
        type.complete(Sink2.getDescriptor().getFields().stream()
                .filter(field -> !field.isRepeated() && field.getNumber() < 12 && field.getNumber() != 7)
                .<MessageField>map(
                        field -> new MessageField.Single(field.getName(), field, new Types().form(field), true))
                .toList());
        Written written = Written.of(MessageWriter.of(Types.all(type, 1), WriteOptions.DEFAULT), new byte[0]);
        assertThat(written.json())
                .isEqualTo("{\"id\":\"\",\"number\":-42,\"text\":\"a \\\"text\\\" \\n with ü\",\"data\":\"Af8=\","
                        + "\"level\":\"HIGH\",\"ratio\":0.001,\"flag\":true,\"zigzag\":-7,\"zigzag64\":\"-8\","
                        + "\"large\":\"18446744073709551615\"}");
    }

    @Test
    void writes_a_field_under_two_aliases_from_the_same_bytes() {
        MessageType type = new Types().of(Sink3.getDescriptor());
        Selection<String> selection = Selecting.of(type, "a:child{int32_value} b:child{string_value}");
        byte[] bytes =
                new Bytes().message(17, new Bytes().varint(3, 1).text(14, "x")).done();
        assertThat(Written.of(MessageWriter.of(selection, WriteOptions.DEFAULT), bytes)
                        .json())
                .isEqualTo("{\"a\":{\"int32_value\":1},\"b\":{\"string_value\":\"x\"}}");
    }

    @Test
    void writes_the_member_of_a_union_that_came_last() {
        MessageType type = new Types().of(Sink3.getDescriptor());
        MessageWriter<String> writer = MessageWriter.of(
                new Selection<>(type, List.of(Types.selected(type.field("shape"), "shape", 1))), WriteOptions.DEFAULT);
        Bytes circle = new Bytes().message(66, new Bytes().raw(hex("09 00 00 00 00 00 00 F8 3F")));
        byte[] square = circle.message(67, new Bytes().varint(1, 4))
                .message(67, new Bytes().text(2, "s"))
                .done();
        assertThat(Written.of(writer, square).json()).isEqualTo("{\"shape\":{\"side\":4,\"label\":\"s\"}}");
        assertThat(Written.of(writer, circle.message(66, new Bytes()).done()).json())
                .isEqualTo("{\"shape\":{\"radius\":0.0}}");
        assertThat(Written.of(writer, new byte[0]).json()).isEqualTo("{\"shape\":null}");
    }

    @Test
    void clears_a_member_that_another_scan_looks_for() {
        MessageType type = new Types().of(Wide.getDescriptor());
        Selection<String> all = Types.all(type, 1);
        byte[] bytes =
                new Bytes().text(2, "first").varint(66, 6).text(200, "second").done();
        assertThat(all.fields()).hasSizeGreaterThan(64);
        assertThat(Written.of(MessageWriter.of(all, WriteOptions.DEFAULT), bytes)
                        .json())
                .contains("\"first\":null", "\"second\":\"second\"", "\"f66\":6");
    }

    @Test
    void asks_once_whether_a_field_is_included() {
        MessageType type = new Types().of(Sink3.getDescriptor());
        Selection<String> item = new Selection<>(
                type, List.of(conditional(type.field("int32_value"), "n"), conditional(type.field("bool_value"), "b")));
        Selection<String> selection = new Selection<>(
                type,
                List.of(new Selection.Selected<>(
                        "children", "children", type.field("children"), Map.of(type, item), false)));
        List<String> asked = new ArrayList<>();
        byte[] bytes = new Bytes()
                .message(47, new Bytes().varint(3, 1))
                .message(47, new Bytes())
                .done();
        JsonWriter out = new JsonWriter();
        MessageWriter.of(selection, WriteOptions.DEFAULT)
                .write(
                        bytes,
                        0,
                        bytes.length,
                        key -> {
                            asked.add(key);
                            return key.equals("n");
                        },
                        out,
                        (key, path, cause) -> {});
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo("{\"children\":[{\"n\":1},{\"n\":0}]}");
        assertThat(asked).containsExactly("n", "b");
    }

    private static Selection.Selected<String> conditional(MessageField field, String name) {
        return new Selection.Selected<>(name, name, field, Map.of(), true);
    }

    @Test
    void reads_ten_bytes_of_a_negative_number() {
        MessageType type = new Types().of(Sink3.getDescriptor());
        byte[] bytes = new byte[11];
        bytes[0] = 0x18;
        System.arraycopy(MINUS_ONE, 0, bytes, 1, 10);
        MessageWriter<String> writer = MessageWriter.of(Selecting.of(type, "int32_value"), WriteOptions.DEFAULT);
        assertThat(Written.of(writer, bytes).json()).isEqualTo("{\"int32_value\":-1}");
    }
}
