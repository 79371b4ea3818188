package dev.perigee.grpc.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.perigee.grpc.graph.InputType;
import dev.perigee.grpc.testing.input.Kitchen2;
import dev.perigee.grpc.testing.input.Kitchen3;
import dev.perigee.grpc.testing.input.KitchenEdition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what protobuf-java reads, for every construct of every syntax. */
class RoundTripTest {
    private static final int MESSAGES = 400;
    private static final TypeRegistry TYPES = TypeRegistry.newBuilder()
            .add(List.of(Kitchen3.getDescriptor(), Timestamp.getDescriptor(), Struct.getDescriptor()))
            .build();
    private static final EncodeOptions OPTIONS =
            EncodeOptions.DEFAULTS.withTypes(TYPES::find).withNulls(EncodeOptions.Nulls.UNSET);

    static Stream<Descriptor> kitchens() {
        return Stream.of(Kitchen2.getDescriptor(), Kitchen3.getDescriptor(), KitchenEdition.getDescriptor());
    }

    @ParameterizedTest
    @MethodSource("kitchens")
    void arguments_become_the_message_they_describe(Descriptor type) throws Exception {
        InputType input = GraphForms.of(type);
        MessageEncoder encoder = MessageEncoder.of(input, EncodeOptions.DEFAULTS);
        for (int seed = 0; seed < MESSAGES; seed++) {
            DynamicMessage message = new RandomMessages(seed).next(type);

            byte[] bytes = encoder.encode(CoercedValues.of(message, input));

            assertThat(DynamicMessage.parseFrom(type, bytes))
                    .as("seed %d", seed)
                    .isEqualTo(parsed(message));
        }
    }

    @ParameterizedTest
    @MethodSource("kitchens")
    void json_becomes_the_message_that_protobuf_printed(Descriptor type) throws Exception {
        InputType input = new ProtoJsonTypes().type(type);
        for (int seed = 0; seed < MESSAGES; seed++) {
            DynamicMessage message = new RandomMessages(seed).next(type);
            Map<?, ?> json = PlainText.parse(printer(seed).print(message));

            byte[] bytes = encode(input, json);

            assertThat(DynamicMessage.parseFrom(type, bytes))
                    .as("seed %d", seed)
                    .isEqualTo(parsed(message));
        }
    }

    @ParameterizedTest
    @MethodSource("kitchens")
    void json_in_the_names_of_protobuf_is_read_by_the_forms_of_a_graph(Descriptor type) throws Exception {
        InputType input = GraphForms.of(type);
        for (int seed = 0; seed < MESSAGES; seed++) {
            DynamicMessage message = new RandomMessages(seed).next(type);
            Map<?, ?> json = PlainText.parse(printer(seed).print(message));

            byte[] bytes = encode(input, json);

            assertThat(DynamicMessage.parseFrom(type, bytes))
                    .as("seed %d", seed)
                    .isEqualTo(parsed(message));
        }
    }

    private static byte[] encode(InputType input, Map<?, ?> json) {
        return MessageEncoder.of(input, OPTIONS)
                .encode(InputReader.of(input, OPTIONS).read(json));
    }

    private static JsonFormat.Printer printer(int seed) {
        JsonFormat.Printer printer = JsonFormat.printer().usingTypeRegistry(TYPES);
        return switch (seed % 3) {
            case 0 -> printer;
            case 1 -> printer.preservingProtoFieldNames().omittingInsignificantWhitespace();
            default -> printer.printingEnumsAsInts();
        };
    }

    /** As protobuf-java reads its own bytes: what a message's fields are made of is the same then. */
    private static DynamicMessage parsed(DynamicMessage message) throws Exception {
        return DynamicMessage.parseFrom(message.getDescriptorForType(), message.toByteArray());
    }
}
