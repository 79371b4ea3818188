package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.testing.wire.Sink2023;
import dev.perigee.grpc.testing.wire.Sink3;
import dev.perigee.grpc.testing.wire.Wide;
import dev.perigee.grpc.wire.Selection.Selected;
import dev.perigee.json.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that are written while they are read, as they are with an index of them first. */
class OrderedWriterTest {
    static Stream<Message> sinks() {
        return Stream.of(Sink3.getDefaultInstance(), Sink2023.getDefaultInstance(), Wide.getDefaultInstance());
    }

    @ParameterizedTest
    @MethodSource("sinks")
    void writes_what_an_index_gives(Message sink) {
        MessageType type = new Types().of(sink.getDescriptorForType());
        int asTheyCome = 0;
        for (int seed = 0; seed < 1200; seed++) {
            Random random = new Random(seed);
            Compiler<String> compiler = new Compiler<>(new Formats(WriteOptions.DEFAULT));
            Program<String> program = compiler.compile(inOrder(type, 3, random));
            byte[] bytes = new RandomMessages(seed % 100)
                    .next(sink.getDescriptorForType(), 4)
                    .toByteArray();
            if (seed % 4 == 1) bytes = Shuffled.of(bytes, random);
            if (seed % 4 >= 2) bytes = Mutated.of(bytes, random);
            String indexed = written(program, compiler.conditions(), bytes, false);
            assertThat(written(program, compiler.conditions(), bytes, true))
                    .as("seed %s", seed)
                    .isEqualTo(indexed);
            if (program.parts().getFirst().order() != null && indexed.startsWith("{")) asTheyCome++;
        }
        assertThat(asTheyCome).isGreaterThan(100);
    }

    /** JSON and errors, or why the message is refused. */
    private static String written(Program<String> program, int conditions, byte[] bytes, boolean isOrdered) {
        JsonWriter out = new JsonWriter();
        List<String> errors = new ArrayList<>();
        Conditions<String> included = new Conditions<>(conditions, key -> key.hashCode() % 2 == 0);
        ObjectWriter<String> writer = new ObjectWriter<>(
                new Formats(WriteOptions.DEFAULT),
                included,
                out,
                (key, path, cause) -> errors.add(((ClientException) cause).code() + " " + path));
        try {
            boolean isWritten = isOrdered
                    ? writer.write(() -> writer.writeObject(program, bytes, 0, bytes.length))
                    : writer.writeObject(program, bytes, 0, bytes.length);
            return (isWritten ? new String(out.toByteArray(), UTF_8) : "null") + errors;
        } catch (ClientException e) {
            return e.code();
        }
    }

    /** Some fields by number, none of them of a oneof or in pairs; some are for a request to leave out. */
    private static Selection<String> inOrder(MessageType type, int levels, Random random) {
        List<MessageField> fields = new ArrayList<>(type.fields());
        fields.removeIf(field -> number(field) == 0);
        fields.sort(Comparator.comparing(OrderedWriterTest::number));
        int share = random.nextInt(4);
        List<Selected<String>> selected = new ArrayList<>();
        for (MessageField field : fields) {
            if (random.nextInt(4) < share || selected.size() == 60) continue;
            if (levels == 1 && !Types.objectTypes(field).isEmpty()) continue;
            if (random.nextInt(20) == 0) selected.add(new Selected<>("type", "type", null, Map.of(), false));
            Map<MessageType, Selection<String>> below = new LinkedHashMap<>();
            for (MessageType possible : Types.objectTypes(field)) {
                below.put(possible, inOrder(possible, levels - 1, random));
            }
            selected.add(new Selected<>(field.name(), field.name(), field, below, random.nextInt(10) == 0));
        }
        if (selected.isEmpty()) selected.add(new Selected<>("type", "type", null, Map.of(), false));
        return new Selection<>(type, selected);
    }

    private static int number(MessageField field) {
        return switch (field) {
            case MessageField.Single single
            when single.descriptor().getRealContainingOneof() == null ->
                single.descriptor().getNumber();
            case MessageField.Repeated repeated -> repeated.descriptor().getNumber();
            default -> 0;
        };
    }
}
