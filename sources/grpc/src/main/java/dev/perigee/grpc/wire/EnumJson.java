package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.json.JsonWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The values of an enum as JSON, by their numbers. Immutable. */
final class EnumJson {
    /** Most enums count from 0; others have their values in a map. */
    private static final int DENSE = 256;

    private final EnumDescriptor descriptor;
    private final byte[] @Nullable [] dense = new byte[DENSE][];
    private final Map<Integer, byte[]> sparse = new HashMap<>();
    private final IntFunction<byte @Nullable []> unknown;

    private EnumJson(
            EnumDescriptor descriptor, IntFunction<@Nullable String> names, IntFunction<byte @Nullable []> unknown) {
        this.descriptor = descriptor;
        this.unknown = unknown;
        for (EnumValueDescriptor value : descriptor.getValues()) {
            String name = names.apply(value.getNumber());
            if (name == null) continue;
            byte[] json = quoted(name);
            int number = value.getNumber();
            if (number >= 0 && number < DENSE) dense[number] = json;
            else sparse.put(number, json);
        }
    }

    /** With the names that it has in the graph. */
    static EnumJson of(EnumShape shape) {
        return new EnumJson(shape.descriptor(), shape::nameOf, number -> {
            String fallback = shape.nameOf(number);
            return fallback == null ? null : quoted(fallback);
        });
    }

    /** As ProtoJSON has it: with the names of the IDL, and unknown numbers as they are. */
    static EnumJson ofProto(EnumDescriptor descriptor) {
        return new EnumJson(
                descriptor,
                number -> {
                    EnumValueDescriptor value = descriptor.findValueByNumber(number);
                    return value == null ? null : value.getName();
                },
                number -> Integer.toString(number).getBytes(UTF_8));
    }

    /** The graph's names where a value has one, or else the number. */
    static EnumJson ofNamesOrNumbers(EnumShape shape) {
        return new EnumJson(shape.descriptor(), shape::nameOf, number -> {
            String fallback = shape.nameOf(number);
            return fallback == null ? Integer.toString(number).getBytes(UTF_8) : quoted(fallback);
        });
    }

    private static byte[] quoted(String name) {
        JsonWriter json = new JsonWriter();
        json.writeString(name);
        return json.toByteArray();
    }

    EnumDescriptor descriptor() {
        return descriptor;
    }

    /** Whether the IDL has a value of this number. */
    boolean isKnown(int number) {
        return descriptor.findValueByNumber(number) != null;
    }

    byte @Nullable [] json(int number) {
        byte[] json = number >= 0 && number < DENSE ? dense[number] : sparse.get(number);
        return json != null ? json : unknown.apply(number);
    }
}
