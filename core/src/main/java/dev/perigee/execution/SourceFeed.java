package dev.perigee.execution;

import dev.perigee.data.PlannedLoad;
import dev.perigee.plan.PlannedField;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One field of a {@link SourceState}. Of the thread that loads; its outcome is taken over when that has ended. */
final class SourceFeed implements PlannedLoad.Feed {
    private final PlannedField field;
    private final @Nullable Object[] parents;
    private @Nullable Object @Nullable [] values;

    SourceFeed(PlannedField field, @Nullable Object[] parents) {
        this.field = field;
        this.parents = parents;
    }

    @Override
    public PlannedField field() {
        return field;
    }

    @Override
    public @Nullable Object[] parents() {
        return parents;
    }

    @Override
    public void complete(@Nullable Object[] values) {
        if (values.length != parents.length) {
            throw new IllegalArgumentException(values.length + " values for " + parents.length + " objects");
        }
        this.values = values;
    }

    @Override
    public void complete(@Nullable Object[] values, Map<Integer, ? extends Throwable> failures) {
        complete(values);
        failures.forEach((parent, cause) -> values[parent] = new Failure(cause));
    }

    @Override
    public void fail(Throwable cause) {
        values = new Object[parents.length];
        Arrays.fill(values, new Failure(cause));
    }

    /** The outcome; the cause as a failure of each object if there is none. */
    @Nullable Object[] valuesOr(Throwable cause) {
        if (values == null) fail(cause);
        return values == null ? new Object[0] : values;
    }
}
