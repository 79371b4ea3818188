package dev.perigee.grpc.input;

import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputType;
import dev.perigee.schema.CoercionException;
import dev.perigee.schema.Suggestions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain JSON to coerced arguments, for calls that no GraphQL document is made for. What ProtoJSON has is read: fields by
 * their names in the graph, as in ProtoJSON, or as in the IDL; members of a oneof under it, or beside the other fields;
 * maps as lists of entries, or as objects; enums by either name or number; 64-bit integers as numbers or strings.
 * Immutable, safe to share between threads.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
public final class InputReader {
    private final InputType type;
    private final @Nullable String argument;
    private Map<String, FieldReader> fields = Map.of();

    /** To be {@link #complete completed} before others see it: its message may contain itself. */
    InputReader(InputType type, @Nullable String argument) {
        this.type = type;
        this.argument = argument;
    }

    /** @param byName by all their names */
    void complete(Map<String, FieldReader> byName) {
        this.fields = byName;
    }

    /** @param options of which only {@link EncodeOptions#argument} matters */
    public static InputReader of(InputType type, EncodeOptions options) {
        return new ReaderCompiler(options.argument()).reader(type);
    }

    /**
     * What {@link MessageEncoder#encode(Map)} takes. A null stays one, so the encoder's options say what it means.
     *
     * @param json Strings, Booleans, Numbers, Lists and Maps
     * @throws ClientException with code {@code BAD_USER_INPUT}, the place in the message and in the extension
     *     {@code argument}
     */
    public Map<String, @Nullable Object> read(Map<?, ?> json) {
        InputPath path = new InputPath(argument);
        try {
            return read(json, path);
        } catch (CoercionException misfit) {
            throw path.refuse(misfit.getMessage());
        }
    }

    Map<String, @Nullable Object> read(Map<?, ?> json, InputPath path) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        json.forEach((key, value) -> {
            String name = String.valueOf(key);
            FieldReader field = fields.get(name);
            if (field == null) throw unknown(name, path);
            int mark = path.enter(name);
            field.read(value, path, values);
            path.leave(mark);
        });
        return Collections.unmodifiableMap(values);
    }

    private CoercionException unknown(String name, InputPath path) {
        path.enter(Shown.name(name));
        List<String> names = type.fields().stream().map(InputField::name).toList();
        return new CoercionException(
                "\"%s\" has no such field.%s".formatted(type.name(), Suggestions.didYouMean(name, names)));
    }
}
