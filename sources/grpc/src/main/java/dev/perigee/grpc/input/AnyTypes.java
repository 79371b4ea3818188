package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.grpc.graph.InputField.InputForm;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The messages that an {@code Any} may hold, in the form of ProtoJSON, made when one is first met: at most as many as the
 * IDL has. Safe to share between threads.
 */
final class AnyTypes {
    private final Function<String, @Nullable Descriptor> types;
    private final Map<Descriptor, Content> contents = new ConcurrentHashMap<>();

    AnyTypes(Function<String, @Nullable Descriptor> types) {
        this.types = types;
    }

    /**
     * How the content of one type is read and written.
     *
     * @param isMessage whether its fields are beside {@code @type}; else its form is the field {@code value}
     */
    record Content(boolean isMessage, ValueReader reader, ValueWriter writer) {}

    /** Null if the type is not known. */
    @Nullable Content content(String fullName) {
        Descriptor type = types.apply(fullName);
        if (type == null) return null;
        Content known = contents.get(type);
        if (known != null) return known;
        Content made = make(type);
        contents.put(type, made);
        return made;
    }

    private Content make(Descriptor type) {
        InputForm form = new ProtoJsonTypes().form(type);
        EncodeOptions options = EncodeOptions.DEFAULTS.withNulls(EncodeOptions.Nulls.UNSET);
        ValueWriter writer = new EncoderCompiler(options, this).message(type, form);
        return new Content(form instanceof InputForm.OfMessage, new ReaderCompiler().reader(form), writer);
    }
}
