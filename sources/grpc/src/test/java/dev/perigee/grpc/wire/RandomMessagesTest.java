package dev.perigee.grpc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.testing.wire.Sink2;
import dev.perigee.grpc.testing.wire.Sink2023;
import dev.perigee.grpc.testing.wire.Sink3;
import dev.perigee.grpc.testing.wire.Wide;
import dev.perigee.grpc.wire.Selection.Selected;
import dev.perigee.grpc.wire.WriteOptions.NonFinite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random messages under random selections, as protobuf's own parser and printer have them. */
class RandomMessagesTest {
    private static final WriteOptions OPTIONS = new WriteOptions(
            NonFinite.TEXT, 100, url -> Expected.REGISTRY.find(url.substring(url.lastIndexOf('/') + 1)));

    static Stream<Message> sinks() {
        return Stream.of(
                Sink3.getDefaultInstance(),
                Sink2.getDefaultInstance(),
                Sink2023.getDefaultInstance(),
                Wide.getDefaultInstance());
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void writes_what_protobuf_prints(Message sink) throws InvalidProtocolBufferException {
        MessageType type = new Types().of(sink.getDescriptorForType());
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new RandomMessages(seed)
                    .next(sink.getDescriptorForType(), 4)
                    .toByteArray();
            if (seed % 2 == 1) bytes = Shuffled.of(bytes, random);
            Message parsed = sink.getParserForType().parsePartialFrom(bytes);
            Selection<String> selection = seed % 3 == 0 ? Types.all(type, 3) : randomOf(type, 3, random);
            Written written = Written.of(MessageWriter.of(selection, OPTIONS), bytes);
            assertThat(written.errors()).as("seed %s", seed).isEmpty();
            assertThat(Numbers.normal(written.tree()))
                    .as("seed %s: %s", seed, written.json())
                    .isEqualTo(Numbers.normal(Expected.of(parsed, selection)));
        }
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void writes_messages_of_any_whole(Message sink) throws InvalidProtocolBufferException {
        MessageType type = new Types().of(Sink3.getDescriptor());
        MessageField any = type.field("any");
        Selection<String> selection = new Selection<>(type, List.of(Types.selected(any, "any", 0)));
        MessageWriter<String> writer = MessageWriter.of(selection, OPTIONS);
        for (int seed = 0; seed < 60; seed++) {
            byte[] bytes = new RandomMessages(seed)
                    .next(sink.getDescriptorForType(), 4)
                    .toByteArray();
            Message parsed = sink.getParserForType().parsePartialFrom(bytes);
            if (!parsed.isInitialized()) continue; // which the printer refuses
            Sink3 message = Sink3.newBuilder().setAny(Any.pack(parsed)).build();
            Written written = Written.of(writer, message.toByteArray());
            assertThat(written.errors()).as("seed %s", seed).isEmpty();
            assertThat(Numbers.normal(written.tree()))
                    .as("seed %s: %s", seed, written.json())
                    .isEqualTo(Numbers.normal(Expected.proto(message)));
        }
    }

    /** A clean outcome for any bytes: what protobuf makes of them, an error for a value, or for the message. */
    @ParameterizedTest
    @MethodSource("sinks")
    void survives_mutations(Message sink) {
        MessageType type = new Types().of(sink.getDescriptorForType());
        Selection<String> selection = Types.all(type, 3);
        MessageWriter<String> writer = MessageWriter.of(selection, OPTIONS);
        int compared = 0;
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new RandomMessages(seed % 100)
                    .next(sink.getDescriptorForType(), 4)
                    .toByteArray();
            byte[] mutated = Mutated.of(bytes, random);
            Written written = written(writer, mutated);
            if (written == null) continue;
            if (!written.json().isEmpty())
                assertThat(written.tree().isJsonObject()).isTrue();
            if (!written.errors().isEmpty()) continue;
            JsonElement expected = expected(sink, mutated, selection);
            if (expected == null || expected.toString().contains("\uFFFD")) continue;
            compared++;
            assertThat(Numbers.normal(written.tree()))
                    .as("seed %s: %s", seed, written.json())
                    .isEqualTo(Numbers.normal(expected));
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static Written written(MessageWriter<String> writer, byte[] bytes) {
        try {
            return Written.of(writer, bytes);
        } catch (ClientException e) {
            assertThat(e.code()).isEqualTo("MALFORMED_REPLY");
            return null;
        }
    }

    /** Null if protobuf refuses the message: as a whole, for parts of it that are not selected, too. */
    private static JsonElement expected(Message sink, byte[] bytes, Selection<String> selection) {
        try {
            return Expected.of(sink.getParserForType().parsePartialFrom(bytes), selection);
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return null;
        }
    }

    @Test
    void reads_nothing_beyond_the_message() throws InvalidProtocolBufferException {
        MessageType type = new Types().of(Sink3.getDescriptor());
        Selection<String> selection = Types.all(type, 2);
        MessageWriter<String> writer = MessageWriter.of(selection, OPTIONS);
        byte[] bytes = new RandomMessages(7).next(Sink3.getDescriptor(), 3).toByteArray();
        byte[] padded = new byte[bytes.length + 40];
        java.util.Arrays.fill(padded, (byte) 0xFF);
        System.arraycopy(bytes, 0, padded, 20, bytes.length);
        Written written = Written.of(writer, padded, 20, 20 + bytes.length);
        assertThat(written).isEqualTo(Written.of(writer, bytes));
        assertThat(Numbers.normal(written.tree()))
                .isEqualTo(Numbers.normal(Expected.of(Sink3.parseFrom(bytes), selection)));
    }

    /** Some fields in any order, and under aliases, with other selections below. */
    private static Selection<String> randomOf(MessageType type, int levels, Random random) {
        List<Selected<String>> selected = new ArrayList<>();
        List<MessageField> fields = new ArrayList<>(type.fields());
        Collections.shuffle(fields, random);
        for (MessageField field : fields.subList(0, random.nextInt(fields.size() + 1))) {
            if (levels == 1 && !Types.objectTypes(field).isEmpty()) continue;
            for (int alias = random.nextInt(5) == 0 ? 0 : 1; alias < 2; alias++) {
                Map<MessageType, Selection<String>> below = new LinkedHashMap<>();
                for (MessageType possible : Types.objectTypes(field)) {
                    below.put(possible, randomOf(possible, levels - 1, random));
                }
                selected.add(new Selected<>(field.name(), "a" + alias + field.name(), field, below, false));
            }
        }
        selected.add(new Selected<>("__typename", "__typename", null, Map.of(), false));
        return new Selection<>(type, selected);
    }
}
