package dev.perigee.execution;

import dev.perigee.data.AsyncLoader;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.PartialLoadException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One call of a loader, for the keys of its slots. */
abstract sealed class LoadCall {
    private final List<Slot> slots;
    private final List<LoadState> waiting = new ArrayList<>(1);
    final Loader<Object, ?> loader;
    final Context context;
    private boolean done;

    private LoadCall(Loader<Object, ?> loader, Context context, List<Slot> slots) {
        this.loader = loader;
        this.context = context;
        this.slots = slots;
        for (Slot slot : slots) slot.call = this;
    }

    static LoadCall of(Loader<Object, ?> loader, Context context, List<Slot> slots) {
        return loader instanceof AsyncLoader<Object, ?> async
                ? new AsyncCall(async, context, slots)
                : new BlockingCall(loader, context, slots);
    }

    /** The call as something to wait for. */
    abstract Work work();

    boolean isDone() {
        return done;
    }

    boolean isAwaitedBy(LoadState state) {
        return waiting.contains(state);
    }

    void await(LoadState state) {
        waiting.add(state);
    }

    Set<Object> keys() {
        Set<Object> keys = LinkedHashSet.newLinkedHashSet(slots.size());
        for (Slot slot : slots) keys.add(slot.key);
        return keys;
    }

    public String source() {
        return loader.source();
    }

    public void succeed(@Nullable Object result) {
        if (result instanceof Map<?, ?> values) {
            for (Slot slot : slots) slot.value = valueIn(values, slot.key);
            finish();
        } else {
            fail(new IllegalStateException(loader.getClass().getName() + " returned no map"));
        }
    }

    public void fail(Throwable cause) {
        if (cause instanceof PartialLoadException partial) {
            for (Slot slot : slots) {
                Throwable failed = partial.failed().get(slot.key);
                slot.value = failed == null ? valueIn(partial.loaded(), slot.key) : new Failure(failed);
            }
        } else {
            Failure failure = new Failure(cause);
            for (Slot slot : slots) slot.value = failure;
        }
        finish();
    }

    /** A map may make its values when they are asked for. */
    private static @Nullable Object valueIn(Map<?, ?> values, Object key) {
        try {
            return values.get(key);
        } catch (RuntimeException | Error e) {
            return new Failure(e);
        }
    }

    private void finish() {
        done = true;
        for (LoadState state : waiting) state.arrived();
    }

    private static final class BlockingCall extends LoadCall implements Work.Blocking {
        BlockingCall(Loader<Object, ?> loader, Context context, List<Slot> slots) {
            super(loader, context, slots);
        }

        @Override
        Work work() {
            return this;
        }

        @Override
        public @Nullable Object perform() throws Exception {
            return loader.load(keys(), context);
        }
    }

    private static final class AsyncCall extends LoadCall implements Work.Async {
        private final AsyncLoader<Object, ?> async;

        AsyncCall(AsyncLoader<Object, ?> async, Context context, List<Slot> slots) {
            super(async, context, slots);
            this.async = async;
        }

        @Override
        Work work() {
            return this;
        }

        @Override
        public CompletionStage<? extends @Nullable Object> start() throws Exception {
            return async.start(keys(), context);
        }
    }
}
