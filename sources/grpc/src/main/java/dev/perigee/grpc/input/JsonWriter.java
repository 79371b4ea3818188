package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.schema.CoercionException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain JSON as a message of {@code google/protobuf/struct.proto}. */
enum JsonWriter implements ValueWriter {
    VALUE {
        @Override
        void writeFields(@Nullable Object value, Encoding encoding) {
            WireBuffer out = encoding.out();
            switch (value) {
                case null -> {
                    out.tag(1, WireBuffer.VARINT);
                    out.varint(0);
                }
                case Number number -> Tagged.write(2, ScalarWriter.DOUBLE, finite(number), encoding);
                case String text -> Tagged.write(3, ScalarWriter.STRING, text, encoding);
                case Boolean truth -> Tagged.write(4, ScalarWriter.BOOL, truth, encoding);
                case Map<?, ?> map -> Tagged.write(5, STRUCT, map, encoding);
                case List<?> list -> Tagged.write(6, LIST, list, encoding);
                default -> throw Misfit.of("JSON", value, "nothing that JSON has a form for");
            }
        }
    },
    STRUCT {
        @Override
        void writeFields(@Nullable Object value, Encoding encoding) {
            if (!(value instanceof Map<?, ?> map)) throw new CoercionException("It has to be an object.");
            map.forEach((key, item) -> {
                encoding.out().tag(1, WireBuffer.DELIMITED);
                int entry = encoding.beginMessage();
                Tagged.write(1, ScalarWriter.STRING, String.valueOf(key), encoding);
                encoding.out().tag(2, WireBuffer.DELIMITED);
                VALUE.writeMessage(item, encoding);
                encoding.endMessage(entry);
            });
        }
    },
    LIST {
        @Override
        void writeFields(@Nullable Object value, Encoding encoding) {
            if (!(value instanceof List<?> list)) throw new CoercionException("It has to be a list.");
            for (Object item : list) {
                encoding.out().tag(1, WireBuffer.DELIMITED);
                VALUE.writeMessage(item, encoding);
            }
        }
    };

    static JsonWriter of(Descriptor message) {
        return switch (message.getFullName()) {
            case "google.protobuf.Value" -> VALUE;
            case "google.protobuf.Struct" -> STRUCT;
            case "google.protobuf.ListValue" -> LIST;
            default -> throw new IllegalArgumentException("Not JSON: " + message.getFullName());
        };
    }

    @Override
    public int wireType() {
        return WireBuffer.DELIMITED;
    }

    @Override
    public void write(Object value, Encoding encoding) {
        writeMessage(value, encoding);
    }

    @Override
    public boolean hasNull() {
        return this == VALUE;
    }

    @Override
    public void writeNull(Encoding encoding) {
        writeMessage(null, encoding);
    }

    /** @param value null is a value of JSON */
    void writeMessage(@Nullable Object value, Encoding encoding) {
        int start = encoding.beginMessage();
        writeFields(value, encoding);
        encoding.endMessage(start);
    }

    abstract void writeFields(@Nullable Object value, Encoding encoding);

    private static Number finite(Number number) {
        if (Double.isFinite(number.doubleValue())) return number;
        throw Misfit.of("JSON", number, "outside the range of a double");
    }
}
