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
        return fetch.fetch().fetch(Collections.unmodifiableList(Arrays.asList(parents)), run);
    }

    @Override
    public void succeed(@Nullable Object result) {
        if (result instanceof List<?> values && values.size() == parents.length) {
            run.complete(field, values.toArray());
            return;
        }
        String returned = result instanceof List<?> values ? values.size() + " values" : "no list";
        fail(new IllegalStateException(
                fetch.fetch().describe() + " returned " + returned + " for " + parents.length + " objects"));
    }

    @Override
    public void fail(Throwable cause) {
        run.fail(field, parents.length, cause);
    }
}
