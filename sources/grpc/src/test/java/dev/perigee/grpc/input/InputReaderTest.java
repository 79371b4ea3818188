package dev.perigee.grpc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.InputType;
import dev.perigee.grpc.testing.input.Color;
import dev.perigee.grpc.testing.input.Kitchen3;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InputReaderTest {
    private static final InputType KITCHEN = GraphForms.of(Kitchen3.getDescriptor());
    private static final EncodeOptions OPTIONS = EncodeOptions.DEFAULTS.withNulls(EncodeOptions.Nulls.UNSET);
    private static final InputReader READER = InputReader.of(KITCHEN, OPTIONS);
    private static final MessageEncoder ENCODER = MessageEncoder.of(KITCHEN, OPTIONS);

    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of("{\"int64Value\": 5}", Kitchen3.newBuilder().setInt64Value(5)),
                Arguments.of("{\"int64_value\": \"5\"}", Kitchen3.newBuilder().setInt64Value(5)),
                Arguments.of("{\"int32Value\": \"5\"}", Kitchen3.newBuilder().setInt32Value(5)),
                Arguments.of(
                        "{\"doubleValue\": \"-1.5e2\"}", Kitchen3.newBuilder().setDoubleValue(-150)),
                Arguments.of(
                        "{\"floatValue\": \"Infinity\"}", Kitchen3.newBuilder().setFloatValue(Float.POSITIVE_INFINITY)),
                Arguments.of("{\"color\": \"BLUE\"}", Kitchen3.newBuilder().setColor(Color.BLUE)),
                Arguments.of("{\"color\": -1}", Kitchen3.newBuilder().setColor(Color.BELOW)),
                Arguments.of("{\"text\": null}", Kitchen3.newBuilder()),
                Arguments.of(
                        "{\"labels\": {\"a\": \"b\"}}", Kitchen3.newBuilder().putLabels("a", "b")),
                Arguments.of(
                        "{\"labels\": [{\"key\": \"a\", \"value\": \"b\"}]}",
                        Kitchen3.newBuilder().putLabels("a", "b")),
                Arguments.of(
                        "{\"byFlag\": {\"true\": 1}}", Kitchen3.newBuilder().putByFlag(true, 1)),
                Arguments.of("{\"chosenText\": \"a\"}", Kitchen3.newBuilder().setChosenText("a")),
                Arguments.of(
                        "{\"choice\": {\"chosen_text\": \"a\"}}",
                        Kitchen3.newBuilder().setChosenText("a")),
                Arguments.of(
                        "{\"chosenText\": null, \"chosenNumber\": 1}",
                        Kitchen3.newBuilder().setChosenNumber(1)));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void reads_what_protojson_and_graphs_have(String json, Kitchen3.Builder message) throws Exception {
        byte[] bytes = ENCODER.encode(READER.read(PlainText.parse(json)));

        assertThat(Kitchen3.parseFrom(bytes)).isEqualTo(message.build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"int32Valeu\": 1} | int32Valeu | \"Kitchen3Input\" has no such field. Did you mean \"int32Value\","
                        + " \"sint32Value\", \"uint32Value\", \"int64Value\" or \"sint64Value\"?",
                "{\"int32Value\": 1.5} | int32Value | Int cannot represent 1.5: it is not a whole number.",
                "{\"child\": {\"uint32Value\": -1}} | child.uint32Value | UInt32 cannot represent -1: it is outside the"
                        + " range from 0 to 4294967295.",
                "{\"children\": [{}, {\"flag\": \"true\"}]} | children[1].flag | Boolean cannot represent \"true\": it"
                        + " is not true or false.",
                "{\"doubleValue\": \"0x1p3\"} | doubleValue | Float cannot represent \"0x1p3\": it is not a number.",
                "{\"byNumber\": {\"x\": {}}} | byNumber[\"x\"] | Int cannot represent \"x\": it is not a whole number.",
                "{\"labels\": 1} | labels | It is 1, and has to be an object, or a list of entries.",
                "{\"labels\": [1]} | labels[0] | It is 1, and has to be an entry with key and value.",
                "{\"textList\": \"a\"} | textList | It is \"a\", and has to be a list.",
                "{\"child\": []} | child | It is a list, and has to be an object.",
                "{\"text\": 1} | text | String cannot represent 1: it is not a string.",
                "{\"int32Value\": 1, \"int32_value\": 2} | int32_value | It is given twice, in two spellings.",
                "{\"chosenText\": \"a\", \"chosenNumber\": 1} | chosenNumber | Another field of \"choice\" is given"
                        + " too.",
                "{\"timestamp\": \"now\"} | timestamp | Timestamp cannot represent \"now\": it is not a point in time,"
                        + " such as \"2026-02-28T23:59:00Z\"."
            })
    void says_what_is_wrong_and_where(String json, String path, String why) {
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> READER.read(PlainText.parse(json)))
                .withMessage("Argument \"" + path + "\": " + why)
                .satisfies(error -> assertThat(error.code()).isEqualTo("BAD_USER_INPUT"))
                .satisfies(error -> assertThat(error.extensions()).isEqualTo(Map.of("argument", path)));
    }

    @Test
    void what_is_nested_too_deep_is_refused_before_the_stack_is_full() {
        Map<String, Object> json = new HashMap<>();
        for (int i = 0; i < 100_000; i++) json = Map.of("child", json);
        Map<String, Object> deep = json;

        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> READER.read(deep))
                .withMessageContaining("It is nested too deep");
    }

    @Test
    void an_any_of_a_known_type_may_hold_another() throws Exception {
        EncodeOptions options = OPTIONS.withTypes(Kitchen3.getDescriptor().getFile()::findMessageTypeByName);
        Map<?, ?> json = PlainText.parse("""
            {"any": {"@type": "x/Kitchen3", "text": "a", "any": {"@type": "x/Kitchen3", "int32Value": "one"}}}
            """);

        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> MessageEncoder.of(KITCHEN, options).encode(READER.read(json)))
                .withMessage(
                        "Argument \"any.any.int32Value\": Int cannot represent \"one\": it is not a whole number.");
    }

    @Test
    void maps_as_json_are_read_by_their_types() {
        MessageEncoder encoder = MessageEncoder.of(new ProtoJsonTypes().type(Kitchen3.getDescriptor()), OPTIONS);

        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> encoder.encode(Map.of("byNumber", Map.of("1", Map.of("flag", 1)))))
                .withMessage("Argument \"byNumber[\"1\"].flag\": Boolean cannot represent 1: it is not true or false.");
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> encoder.encode(Map.of("byNumber", Map.of("1", Map.of(), "01", Map.of()))))
                .withMessageEndingWith("Another key is the same number. Keys are there once.");
    }
}
