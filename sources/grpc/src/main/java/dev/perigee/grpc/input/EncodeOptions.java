package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How arguments become a message. Immutable.
 *
 * @param argument the only argument, under which the message's fields are, for paths in errors; null where they are
 *     arguments themselves
 * @param nulls what null means where a field has no state besides its values
 * @param types the messages that the scalar {@code Any} may hold, by their full names; others are taken as bytes. Safe
 *     to share between threads
 */
public record EncodeOptions(@Nullable String argument, Nulls nulls, Function<String, @Nullable Descriptor> types) {
    /** Arguments are the message's fields, null is refused where it has no meaning, and no message is known to Any. */
    public static final EncodeOptions DEFAULTS = new EncodeOptions(null, Nulls.REFUSED, name -> null);

    /** What null means for a field that can't be unset, since an unset one has its default value. */
    public enum Nulls {
        /** An error: who sends null means something that can't be said. */
        REFUSED,
        /** The same as no value, as in ProtoJSON. */
        UNSET
    }

    public EncodeOptions withArgument(@Nullable String name) {
        return new EncodeOptions(name, nulls, types);
    }

    public EncodeOptions withNulls(Nulls meaning) {
        return new EncodeOptions(argument, meaning, types);
    }

    /** @param byName such as {@code idl::message} */
    public EncodeOptions withTypes(Function<String, @Nullable Descriptor> byName) {
        return new EncodeOptions(argument, nulls, byName);
    }
}
