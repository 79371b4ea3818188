package dev.perigee.grpc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.testing.input.Color;
import dev.perigee.grpc.testing.input.Kitchen2;
import dev.perigee.grpc.testing.input.Kitchen3;
import dev.perigee.grpc.testing.input.KitchenEdition;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageEncoderTest {
    private static final MessageEncoder KITCHEN3 = encoder(Kitchen3.getDescriptor());

    private static MessageEncoder encoder(Descriptor type) {
        return MessageEncoder.of(GraphForms.of(type), EncodeOptions.DEFAULTS.withArgument("input"));
    }

    @Test
    void absent_null_and_default_are_three_things() throws Exception {
        assertThat(kitchen3(Map.of()).hasMaybeInt()).isFalse();
        assertThat(kitchen3(one("maybeInt", null)).hasMaybeInt()).isFalse();
        assertThat(kitchen3(one("maybeInt", 0)).hasMaybeInt()).isTrue();
        assertThat(KITCHEN3.encode(one("int32Value", 0))).isEmpty();
        assertThat(KITCHEN3.encode(one("textList", null))).isEmpty();
    }

    @Test
    void null_can_mean_no_value_where_it_is_said_to() {
        EncodeOptions options = EncodeOptions.DEFAULTS.withNulls(EncodeOptions.Nulls.UNSET);
        MessageEncoder encoder = MessageEncoder.of(GraphForms.of(Kitchen3.getDescriptor()), options);

        assertThat(encoder.encode(one("int32Value", null))).isEmpty();
    }

    @Test
    void null_is_a_value_of_json() throws Exception {
        Kitchen3 kitchen = kitchen3(one("value", null));

        assertThat(kitchen.getValue())
                .isEqualTo(Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build());
    }

    @Test
    void a_default_in_a_oneof_is_a_choice() throws Exception {
        Kitchen3 kitchen = kitchen3(Map.of("choice", Map.of("chosenNumber", "0")));

        assertThat(kitchen.getChoiceCase()).isEqualTo(Kitchen3.ChoiceCase.CHOSEN_NUMBER);
    }

    @Test
    void ids_are_the_numbers_that_their_fields_are() throws Exception {
        assertThat(kitchen3(Map.of("int64Value", "-5", "text", 17L, "raw", "AP8")))
                .isEqualTo(Kitchen3.newBuilder()
                        .setInt64Value(-5)
                        .setText("17")
                        .setRaw(ByteString.fromHex("00ff"))
                        .build());
    }

    @Test
    void a_suffix_is_merged_with_the_values() throws Exception {
        byte[] suffix =
                Kitchen3.newBuilder().setText("later").addTextList("b").build().toByteArray();

        byte[] bytes = KITCHEN3.encode(Map.of("text", "first", "textList", List.of("a")), suffix);

        assertThat(Kitchen3.parseFrom(bytes))
                .isEqualTo(Kitchen3.newBuilder()
                        .setText("later")
                        .addTextList("a")
                        .addTextList("b")
                        .build());
    }

    @Test
    void equal_arguments_are_equal_bytes_in_whatever_order() {
        Map<String, Object> backwards = new LinkedHashMap<>();
        backwards.put("text", "b");
        backwards.put("flag", true);

        assertThat(KITCHEN3.encode(backwards))
                .isEqualTo(
                        Kitchen3.newBuilder().setFlag(true).setText("b").build().toByteArray());
    }

    @Test
    void long_contents_have_longer_lengths() throws Exception {
        for (int length : List.of(126, 127, 128, 16_383, 16_384, 3_000_000)) {
            String text = "x".repeat(length);
            Kitchen3 kitchen = kitchen3(Map.of("child", Map.of("child", Map.of("text", text))));

            assertThat(kitchen.getChild().getChild().getText()).isEqualTo(text);
        }
    }

    @Test
    void what_services_can_read_is_as_deep_as_what_is_written() throws Exception {
        assertThat(kitchen3(nested(100))).isNotNull();
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> KITCHEN3.encode(nested(101)))
                .withMessageEndingWith("It is nested too deep: services read at most 100 messages within each other,"
                        + " and JSON takes up to three for each level.");
    }

    @Test
    void json_is_as_deep_as_services_can_read() throws Exception {
        assertThat(kitchen3(Map.of("struct", nested(33))).getStruct()).isNotEqualTo(Struct.getDefaultInstance());
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> KITCHEN3.encode(Map.of("struct", nested(50))));
    }

    @Test
    void an_any_of_no_known_type_is_its_bytes() throws Exception {
        Kitchen3 kitchen = kitchen3(Map.of("any", Map.of("@type", "example.com/a.B", "value", "CAE=")));

        assertThat(kitchen.getAny().getTypeUrl()).isEqualTo("example.com/a.B");
        assertThat(kitchen.getAny().getValue()).isEqualTo(ByteString.fromHex("0801"));
    }

    @Test
    void numbers_of_java_code_stand_for_unsigned_bits() throws Exception {
        Kitchen3 kitchen = kitchen3(Map.of("uint32Value", -1, "fixed64Value", -1L));

        assertThat(kitchen)
                .isEqualTo(Kitchen3.newBuilder()
                        .setUint32Value(-1)
                        .setFixed64Value(-1)
                        .build());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        one("text", null),
                        "input.text",
                        "It is null, which this field has no state for. Leave it out for its default."),
                Arguments.of(
                        Map.of("textList", Arrays.asList("a", null)),
                        "input.textList[1]",
                        "It is null, which items of a list can't be."),
                Arguments.of(
                        Map.of("children", List.of(Map.of("colorList", List.of("RED", "BLEU")))),
                        "input.children[0].colorList[1]",
                        "Enum \"dev.perigee.input.Color\" has no value \"BLEU\". Did you mean \"BLUE\"?"),
                Arguments.of(
                        Map.of("int64Value", "abc"),
                        "input.int64Value",
                        "Int64 cannot represent \"abc\": it is not a whole number."),
                Arguments.of(
                        Map.of("floatValue", 1e300),
                        "input.floatValue",
                        "Float cannot represent 1.0E300: it is outside the range of a float of 32 bits."),
                Arguments.of(
                        Map.of("text", "a\uD83Db"),
                        "input.text",
                        "It has half of a surrogate pair at character 1, which UTF-8 has no form for. Send whole"
                                + " characters."),
                Arguments.of(
                        Map.of("labels", List.of(entry("a", "x"), entry("a", "y"))),
                        "input.labels[1].key",
                        "It is \"a\", like the key of another entry. Keys are there once."),
                Arguments.of(
                        Map.of("labels", List.of(one("key", "a"))),
                        "input.labels[0].value",
                        "It is null, which values of a map can't be."),
                Arguments.of(Map.of("labels", List.of(Map.of())), "input.labels[0].key", "It is missing, or null."),
                Arguments.of(
                        Map.of("choice", Map.of("chosenText", "a", "chosenNumber", 1)),
                        "input.choice",
                        "It has 2 fields, and has to have exactly one of chosenText, chosenNumber, chosenChild,"
                                + " chosenNothing, chosenWrapper, chosenColor."),
                Arguments.of(
                        Map.of("choice", one("chosenText", null)),
                        "input.choice.chosenText",
                        "It is null, and has to have a value: it says which of the fields is meant."),
                Arguments.of(
                        Map.of("choice", Map.of("chosenNothing", false)),
                        "input.choice.chosenNothing",
                        "It is false, and can only be true, or left out."),
                Arguments.of(
                        Map.of("choice", Map.of("chosenTxt", "a")),
                        "input.choice.chosenTxt",
                        "There is no such field. Did you mean \"chosenText\"?"),
                Arguments.of(Map.of("struct", List.of()), "input.struct", "It has to be an object."),
                Arguments.of(Map.of("listValue", "x"), "input.listValue", "It has to be a list."),
                Arguments.of(
                        Map.of("any", Map.of("@type", "a/b.C", "x", 1)),
                        "input.any",
                        "\"a/b.C\" is not a known type. Give its bytes as Base64 in \"value\", and nothing else."),
                Arguments.of(
                        Map.of("child", Map.of("nmae", "x")),
                        "input.child.nmae",
                        "\"Kitchen3Input\" has no such field."),
                Arguments.of(Map.of("child", "x"), "input.child", "It is \"x\", and has to be an object."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void says_what_is_wrong_and_where(Map<String, Object> values, String path, String why) {
        assertRefused(KITCHEN3, values, path, why);
    }

    @Test
    void required_fields_of_proto2_and_editions_are_there() {
        MessageEncoder kitchen2 = encoder(Kitchen2.getDescriptor());
        MessageEncoder edition = encoder(KitchenEdition.getDescriptor());

        assertRefused(kitchen2, Map.of(), "input.name", "It is required, and was not given.");
        assertRefused(kitchen2, one("name", null), "input.name", "It is null, and required.");
        assertRefused(edition, Map.of(), "input.legacy", "It is required, and was not given.");
    }

    @Test
    void closed_enums_have_no_numbers_but_their_own() {
        MessageEncoder kitchen2 = encoder(Kitchen2.getDescriptor());

        assertRefused(
                kitchen2,
                Map.of("name", "a", "size", 2),
                "input.size",
                "Enum \"dev.perigee.input.Size\" has no value 2, and takes no other.");
    }

    @Test
    void defaults_of_proto2_are_sent_as_they_are_given() throws Exception {
        byte[] bytes = encoder(Kitchen2.getDescriptor()).encode(Map.of("name", "", "count", 7, "title", ""));

        assertThat(Kitchen2.parseFrom(bytes))
                .isEqualTo(Kitchen2.newBuilder()
                        .setName("")
                        .setCount(7)
                        .setTitle("")
                        .build());
    }

    @Test
    void open_enums_take_numbers_of_java_code() throws Exception {
        assertThat(kitchen3(Map.of("color", 77)).getColorValue()).isEqualTo(77);
        assertThat(kitchen3(Map.of("color", "BELOW")).getColor()).isEqualTo(Color.BELOW);
    }

    private static void assertRefused(MessageEncoder encoder, Map<String, Object> values, String path, String why) {
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> encoder.encode(values))
                .withMessage("Argument \"" + path + "\": " + why)
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("BAD_USER_INPUT");
                    assertThat(error.extensions()).isEqualTo(Map.of("argument", path));
                });
    }

    private static Kitchen3 kitchen3(Map<String, Object> values) throws Exception {
        return Kitchen3.parseFrom(KITCHEN3.encode(values));
    }

    private static Map<String, Object> one(String name, Object value) {
        Map<String, Object> map = new HashMap<>();
        map.put(name, value);
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, Object> entry(String key, String value) {
        return Map.of("key", key, "value", value);
    }

    private static Map<String, Object> nested(int depth) {
        Map<String, Object> value = new HashMap<>();
        for (int i = 0; i < depth; i++) value = new HashMap<>(Map.of("child", value));
        return value;
    }
}
