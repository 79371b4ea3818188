package dev.perigee.execution;

import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one call of a source that has taken a field over, for all objects of its place. */
record FetchWork(
        Run run,
        PlannedField field,
        Step.Fetch fetch,
        @Nullable Object[] parents) implements Work.Blocking {
    @Override
    public String source() {
        return fetch.fetch().source();
    }

    @Override
    public @Nullable Object perform() throws Exception {
        List<?> values = fetch.fetch().fetch(Collections.unmodifiableList(Arrays.asList(parents)), run);
        return Values.oneEach(values, parents.length, fetch.fetch().describe());
    }

    @Override
    public void succeed(@Nullable Object result) {
        if (result instanceof @Nullable Object[] values) run.complete(field, values);
    }

    @Override
    public void fail(Throwable cause) {
        run.fail(field, parents.length, cause);
    }
}
