package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one call of a batch function, for all objects of a place. */
record BatchWork(
        Run run,
        PlannedField field,
        Step.Batch batch,
        @Nullable Object[] parents,
        Arguments given) implements Work.Blocking {
    @Override
    public String source() {
        return batch.source();
    }

    @Override
    public @Nullable Object perform() throws Exception {
        List<Object> all = Collections.unmodifiableList(Arrays.asList(parents));
        List<?> values = batch.batch().resolve(all, given, run.context());
        return Values.oneEach(values, parents.length, "The batch function of " + field.coordinate());
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
