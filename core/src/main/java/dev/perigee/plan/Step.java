package dev.perigee.plan;

import dev.perigee.data.Arguments;
import dev.perigee.data.Binding;
import dev.perigee.data.FetchSource;
import dev.perigee.data.FieldFunction;
import dev.perigee.data.FieldInfo;
import dev.perigee.data.Fields;
import dev.perigee.data.PartSource;
import dev.perigee.data.PartWriter;
import dev.perigee.data.StreamRoot;
import dev.perigee.data.StreamSource;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How a plan obtains one field. Immutable, shared by all requests; a request's own state is in its run. */
public sealed interface Step {
    /** A pure function of the parent: no I/O, nothing to wait for. */
    record Read(Binding.Getter getter) implements Step {}

    /**
     * The parent's property, record component or map entry of the field's name: no I/O, nothing to wait for.
     *
     * @param index where {@link Place#properties} has it
     */
    record Property(String name, int index) implements Step {}

    /** The name of the parent's type. */
    record TypeName(byte[] json) implements Step {}

    /** One key for each parent; the keys of all places of {@code batch} go to its loader together. */
    record Load(LoadBatch batch, BiFunction<Object, Arguments, @Nullable Object> key) implements Step {}

    /** Several keys for each parent; the field is the list of their values. */
    record LoadEach(LoadBatch batch, BiFunction<Object, Arguments, @Nullable Collection<?>> keys) implements Step {}

    /** Loaded by a source, with the other fields of {@code batch}, for all their parents. */
    record LoadFrom(SourceBatch batch) implements Step {}

    /** Written by a source straight from the parent: no I/O, nothing to wait for. */
    record Part(PartSource source, PartWriter writer) implements Step {}

    /** A function from all parents of this place to all their values. */
    record Batch(Fields.Batch<Object, Object> batch, String source) implements Step {}

    /** A blocking call for each parent. */
    record Call(Fields.Call<@Nullable Object, Object> call, String source) implements Step {}

    /** An asynchronous call for each parent. */
    record AsyncCall(Fields.AsyncCall<@Nullable Object, Object> call, String source) implements Step {}

    /** A function for each parent, whose value may be lazy or asynchronous. */
    record Function(FieldFunction function, FieldInfo info) implements Step {}

    /**
     * The field and all below it, taken over by a source at plan time.
     *
     * @param denied fields below it that callers may be denied: the source can't write what stands in their place, so that
     *     the whole field is denied then
     */
    record Fetch(dev.perigee.data.Fetch fetch, FetchSource by, List<PlannedField> denied) implements Step {}

    /** Not for this caller. @param guards of which at least one does not let the caller pass */
    record Denied(List<Guard> guards) implements Step {
        /** The first guard that does not let the caller pass. */
        public Guard by(HeldConditions held) {
            for (Guard guard : guards) {
                if (!held.contains(guard.opens())) return guard;
            }
            throw new IllegalStateException("All guards let the caller pass");
        }
    }

    /** The source stream of a subscription. */
    record Stream(StreamRoot<?> stream) implements Step {}

    /** The source stream of a subscription, opened for what is selected of its events. */
    record StreamFrom(StreamSource source) implements Step {}

    /** The batch that the field feeds, null if it feeds none. */
    default dev.perigee.plan.@Nullable Batch fedBatch() {
        return switch (this) {
            case Load load -> load.batch();
            case LoadEach load -> load.batch();
            case LoadFrom load -> load.batch();
            default -> null;
        };
    }

    /** Whether it may have to be waited for: everything but what is read from the parent. */
    default boolean waits() {
        return switch (this) { // no default: a further kind must not compile until it is handled
            case Read read -> false;
            case Property property -> false;
            case TypeName typeName -> false;
            case Part part -> false;
            case Load load -> true;
            case LoadEach loadEach -> true;
            case LoadFrom load -> true;
            case Batch batch -> true;
            case Call call -> true;
            case AsyncCall asyncCall -> true;
            case Function function -> true;
            case Fetch fetch -> true;
            case Stream stream -> true;
            case StreamFrom stream -> true;
            case Denied denied -> false;
        };
    }
}
