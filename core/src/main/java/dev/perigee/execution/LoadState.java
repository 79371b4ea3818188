package dev.perigee.execution;

import dev.perigee.data.Loader;
import dev.perigee.plan.LoadBatch;
import dev.perigee.plan.PlannedField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LoadBatch} in one request: gathers the keys of its fields, calls the loader once all of them are there, and
 * hands the values out once they are loaded. Keys that another batch has loaded or is loading are not asked for again.
 */
final class LoadState implements BatchState {
    private final LoadBatch batch;
    private final Run run;
    private final List<Feed> feeds;
    private int awaitedFields;
    private int awaitedCalls;

    /**
     * What one field feeds: an entry for each parent, a {@link Slot}, a {@link SlotList}, a {@link Failure}, or null.
     */
    private record Feed(PlannedField field, @Nullable Object[] entries) {}

    LoadState(LoadBatch batch, Run run) {
        this.batch = batch;
        this.run = run;
        this.awaitedFields = batch.fields().size();
        this.feeds = new ArrayList<>(awaitedFields);
    }

    /** The parents of a field are known, and their keys with them. */
    void feed(PlannedField field, @Nullable Object[] entries) {
        feeds.add(new Feed(field, entries));
        fieldIsComplete();
    }

    @Override
    public void skip() {
        fieldIsComplete();
    }

    private void fieldIsComplete() {
        if (--awaitedFields == 0) start();
    }

    /** A call that this batch waits for is over. */
    void arrived() {
        if (--awaitedCalls == 0) handOut();
    }

    private void start() {
        List<Slot> missing = new ArrayList<>();
        awaitedCalls = 1; // so that nothing is handed out before all calls are known
        for (Feed feed : feeds) {
            for (Object entry : feed.entries) {
                if (entry instanceof Slot slot) demand(slot, missing);
                if (entry instanceof SlotList several) {
                    for (Slot slot : several.slots()) {
                        if (slot != null) demand(slot, missing);
                    }
                }
            }
        }
        if (!missing.isEmpty()) call(missing);
        arrived();
    }

    private void demand(Slot slot, List<Slot> missing) {
        LoadCall call = slot.call;
        if (!slot.isDemanded) {
            slot.isDemanded = true;
            missing.add(slot);
        } else if (call != null && !call.isDone() && !call.isAwaitedBy(this)) {
            awaitedCalls++;
            call.await(this);
        }
    }

    private void call(List<Slot> missing) {
        Loader<Object, ?> loader;
        int size;
        try {
            loader = run.loaders().loader(batch.loader());
            size = Math.max(1, loader.maxBatchSize());
        } catch (Throwable e) {
            Failure failure = new Failure(e);
            for (Slot slot : missing) slot.value = failure;
            return;
        }
        for (int from = 0; from < missing.size(); from += Math.min(size, missing.size() - from)) {
            int to = from + Math.min(size, missing.size() - from);
            LoadCall call = LoadCall.of(loader, run.context(), missing.subList(from, to));
            awaitedCalls++;
            call.await(this);
            run.dispatcher().submit(call.work());
        }
    }

    private void handOut() {
        for (Feed feed : feeds) {
            @Nullable Object[] values = feed.entries;
            for (int i = 0; i < values.length; i++) values[i] = value(values[i]);
            run.complete(feed.field, values);
        }
    }

    private static @Nullable Object value(@Nullable Object entry) {
        if (entry instanceof Slot slot) return slot.value;
        return entry instanceof SlotList several ? several.values() : entry;
    }
}
