package dev.perigee.data;

import java.util.Collection;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How a field is obtained, as a {@link Wiring} declares it. Immutable; shared by all requests. */
public sealed interface Binding {
    /** A pure function of the parent. */
    record Read(Getter getter) implements Binding {}

    /** One key for each parent, given to a loader. */
    record Load(Class<?> loader, BiFunction<Object, Arguments, @Nullable Object> key) implements Binding {}

    /** Several keys for each parent, given to a loader; the field is the list of their values. */
    record LoadEach(Class<?> loader, BiFunction<Object, Arguments, @Nullable Collection<?>> keys) implements Binding {}

    /** Loaded in batches that a source plans. */
    record LoadFrom(LoadSource source) implements Binding {}

    /** In its parent already, as a source has it. */
    record Part(PartSource source) implements Binding {}

    /** A function from all parents to all values. */
    record Batch(Fields.Batch<Object, Object> batch, String source) implements Binding {}

    /** A blocking call for each parent. */
    record Call(Fields.Call<@Nullable Object, Object> call, String source) implements Binding {}

    /** An asynchronous call for each parent. */
    record AsyncCall(Fields.AsyncCall<@Nullable Object, Object> call, String source) implements Binding {}

    /** The quick form. */
    record Function(FieldFunction function) implements Binding {}

    /** The source stream of a subscription. */
    record Stream(StreamRoot<?> stream) implements Binding {}

    /** The source stream of a subscription, opened for what is selected of its events. */
    record StreamFrom(StreamSource source) implements Binding {}

    /** Reads a field from its parent: no I/O, no waiting. */
    @FunctionalInterface
    interface Getter {
        @Nullable Object get(Object parent, Arguments arguments) throws Exception;
    }
}
