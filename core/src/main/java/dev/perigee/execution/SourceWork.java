package dev.perigee.execution;

import dev.perigee.data.PlannedLoad;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that a source makes for a batch of fields that it has planned. */
record SourceWork(Run run, PlannedLoad load, List<SourceFeed> feeds) implements Work.Blocking {
    @Override
    public String source() {
        return load.source();
    }

    /** Counted when they have been made: only the source knows how many it takes. */
    @Override
    public int calls() {
        return 0;
    }

    @Override
    public Integer perform() throws Exception {
        Explanation explanation = run.context().explanation();
        return explanation == null
                ? load.load(Collections.unmodifiableList(feeds), run)
                : performExplained(explanation);
    }

    private int performExplained(Explanation explanation) throws Exception {
        ExplainedRun explained = ExplainedRun.of(run);
        long begin = System.nanoTime();
        try {
            return load.load(Collections.unmodifiableList(feeds), explained);
        } finally {
            explanation.add(new Explanation.Batch(
                    load.source(),
                    feeds.stream().map(feed -> feed.field().path()).toList(),
                    feeds.stream().mapToInt(feed -> feed.parents().length).sum(),
                    Duration.ofNanos(System.nanoTime() - begin),
                    explained.reported()));
        }
    }

    @Override
    public void succeed(@Nullable Object result) {
        int calls = result instanceof Integer made ? made : 0;
        end(calls, new IllegalStateException(load.source() + " told no outcome of a field"));
    }

    @Override
    public void fail(Throwable cause) {
        end(1, cause);
    }

    private void end(int calls, Throwable otherwise) {
        if (calls > 0) run.dispatcher().calls().count(load.source(), calls);
        for (SourceFeed feed : feeds) run.complete(feed.field(), feed.valuesOr(otherwise));
    }
}
