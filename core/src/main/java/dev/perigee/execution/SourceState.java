package dev.perigee.execution;

import dev.perigee.plan.PlannedField;
import dev.perigee.plan.SourceBatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link SourceBatch} in one request: gathers the parents of its fields, and starts once all of them are there. */
final class SourceState implements BatchState {
    private final SourceBatch batch;
    private final Run run;
    private final List<SourceFeed> feeds = new ArrayList<>(1);
    private int awaitedFields;

    SourceState(SourceBatch batch, Run run) {
        this.batch = batch;
        this.run = run;
        this.awaitedFields = batch.fields().size();
    }

    /** The parents of a field are known. */
    void feed(PlannedField field, @Nullable Object[] parents) {
        feeds.add(new SourceFeed(field, parents));
        fieldIsComplete();
    }

    @Override
    public void skip() {
        fieldIsComplete();
    }

    private void fieldIsComplete() {
        if (--awaitedFields == 0 && !feeds.isEmpty()) {
            run.dispatcher().submit(new SourceWork(run, batch.load(), feeds));
        }
    }
}
