package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.perigee.execution.Response;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.graph.GraphOptions.EnumPrefixes;
import dev.perigee.grpc.graph.GraphOptions.FieldNames;
import dev.perigee.grpc.graph.GraphOptions.Integers;
import dev.perigee.grpc.graph.GraphOptions.Maps;
import dev.perigee.grpc.graph.GraphOptions.Nullability;
import dev.perigee.grpc.graph.GraphOptionsBuilder;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.graph.RootField;
import dev.perigee.grpc.input.RandomMessages;
import dev.perigee.grpc.testing.input.Kitchen2;
import dev.perigee.grpc.testing.input.Kitchen3;
import dev.perigee.grpc.testing.input.KitchenEdition;
import dev.perigee.grpc.testing.wire.Sink2;
import dev.perigee.grpc.testing.wire.Sink2023;
import dev.perigee.grpc.testing.wire.Sink3;
import dev.perigee.grpc.wire.WriteOptions;
import dev.perigee.language.OperationType;
import dev.perigee.schema.InputValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every construct of every syntax through a graph and a real server: what arrives is what protobuf reads, and what the
 * response has is what protobuf prints.
 */
class EchoTest {
    private static final int MESSAGES = 40;
    private static final List<Descriptor> TYPES = List.of(
            Kitchen2.getDescriptor(),
            Kitchen3.getDescriptor(),
            KitchenEdition.getDescriptor(),
            Sink2.getDescriptor(),
            Sink3.getDescriptor(),
            Sink2023.getDescriptor());
    private static final TypeRegistry REGISTRY = TypeRegistry.newBuilder()
            .add(TYPES)
            .add(List.of(Timestamp.getDescriptor(), Struct.getDescriptor()))
            .build();
    private static final JsonFormat.Printer PRINTER = JsonFormat.printer().usingTypeRegistry(REGISTRY);

    /** How the IDL is made a graph. */
    enum Variant {
        RECOMMENDED,
        /** What can be asked for in another way is. */
        OTHER,
        /** Queries take the fields of a request as arguments. */
        FLATTENED;

        GraphOptionsBuilder options() {
            GraphOptionsBuilder options = GraphOptions.builder()
                    .prefix("perigee.testing.wire.v2", "Two")
                    .prefix("perigee.testing.wire.v3", "Three")
                    .prefix("perigee.testing.wire.v2023", "Edition")
                    .explicit("perigee.testing.wire.v3.Sink3.field_mask")
                    .rename("perigee.testing.wire.v3.Sink3.renamed", "otherName");
            return switch (this) {
                case RECOMMENDED -> options;
                case OTHER ->
                    options.nullability(Nullability.LENIENT)
                            .integers(Integers.NUMBERS)
                            .maps(Maps.JSON)
                            .enumPrefixes(EnumPrefixes.KEPT)
                            .fieldNames(FieldNames.PROTO)
                            .unions("perigee.testing.wire.v3.Sink3.shape");
                case FLATTENED -> {
                    for (Descriptor type : TYPES) {
                        options.operation("echo.v1.Echo/Say" + type.getName(), OperationType.QUERY);
                    }
                    yield options.unknownEnumValue("UNKNOWN_VALUE");
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void messages_make_the_round(Variant variant) throws Exception {
        EchoService service = new EchoService();
        try (GraphServer graph = GraphServer.of(
                service,
                "",
                source -> source.options(variant.options().build()).nonFinite(WriteOptions.NonFinite.TEXT))) {
            for (Descriptor type : TYPES) {
                for (int seed = 0; seed < MESSAGES; seed++) {
                    Round round = new Round(graph, service, type, seed);
                    round.withVariables();
                    round.withLiterals();
                }
            }
        }
    }

    /** One message, there and back. */
    private record Round(
            GraphServer graph, EchoService service, RootField root, Message message, JsonObject json, String name) {
        Round(GraphServer graph, EchoService service, Descriptor type, int seed) throws Exception {
            this(
                    graph,
                    service,
                    root(graph, type),
                    RandomMessages.ofClients(seed).next(type),
                    seed);
        }

        private Round(GraphServer graph, EchoService service, RootField root, Message message, int seed)
                throws Exception {
            this(
                    graph,
                    service,
                    root,
                    message,
                    JsonParser.parseString(PRINTER.print(message)).getAsJsonObject(),
                    message.getDescriptorForType().getName() + " " + seed);
        }

        private static RootField root(GraphServer graph, Descriptor type) {
            return graph.source.graph().roots().stream()
                    .filter(root -> root.method().getName().equals("Say" + type.getName()))
                    .findFirst()
                    .orElseThrow();
        }

        void withVariables() throws Exception {
            Map<String, Object> given = GivenInput.of(json, root.request()).variables();
            if (root.inputArgument() != null) {
                run(Map.of("input", root.request().name() + "!"), Map.of("input", given), "input: $input");
                return;
            }
            Map<String, String> types = new LinkedHashMap<>();
            for (InputValue argument : graph.engine
                    .schema()
                    .rootType(OperationType.QUERY)
                    .field(root.name())
                    .arguments()) {
                if (given.containsKey(argument.name())) {
                    types.put(argument.name(), argument.type().toString());
                }
            }
            String arguments = types.keySet().stream()
                    .map(argument -> argument + ": $" + argument)
                    .collect(Collectors.joining(", "));
            run(types, given, arguments);
        }

        void withLiterals() throws Exception {
            Map<String, String> types = new LinkedHashMap<>();
            Map<String, Object> variables = new LinkedHashMap<>();
            String arguments = GivenInput.of(json, root.request()).literal(types, variables);
            run(types, variables, root.inputArgument() == null ? arguments : "input: {" + arguments + "}");
        }

        private void run(Map<String, String> types, Map<String, Object> variables, String arguments) throws Exception {
            String declared = types.entrySet().stream()
                    .map(variable -> "$" + variable.getKey() + ": " + variable.getValue())
                    .collect(Collectors.joining(", "));
            String document = root.operation().keyword()
                    + (declared.isEmpty() ? "" : "(" + declared + ")")
                    + " { " + root.name()
                    + (arguments.isBlank() ? "" : "(" + arguments + ")")
                    + WholeSelection.of(type(), List.of(json)) + " }";

            Response response = graph.run(document, variables);

            assertThat(response.errors()).as(name).isEmpty();
            Descriptor descriptor = message.getDescriptorForType();
            assertThat(DynamicMessage.parseFrom(
                            descriptor, service.received.remove().toByteArray()))
                    .as(name)
                    .isEqualTo(DynamicMessage.parseFrom(descriptor, message.toByteArray()));
            JsonObject expected = new JsonObject();
            JsonObject data = new JsonObject();
            data.add(root.name(), WholeSelection.expected(type(), json));
            expected.add("data", data);
            assertThat(JsonParser.parseString(response.toString())).as(name).isEqualTo(expected);
        }

        private MessageType type() {
            return ((RootField.Result.Reply) root.result()).type();
        }
    }
}
