package dev.perigee.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch of fields as a {@link LoadSource} has planned it. Immutable; shared by all requests. */
public interface PlannedLoad {
    /**
     * Loads the fields for all their parents, and tells each {@link Feed} its outcome. May block.
     *
     * @param feeds at least one: the fields of the batch that are part of this request's response and have parents
     * @return how many calls of the source it took
     * @throws Exception if the feeds that have no outcome yet have failed
     */
    int load(List<? extends Feed> feeds, SourceRun run) throws Exception;

    /** What its calls are counted under in logs and statistics, such as {@code sql}. */
    String source();

    /** What it sends, for people who read the plan; may have several lines. */
    String describe();

    /** One field of a batch in one request. For the thread that loads. */
    interface Feed {
        SelectedField field();

        /** The objects whose field it is, in response order; null only for the root of a request without a root value. */
        @Nullable Object[] parents();

        /** @param values one for each parent, in their order; kept, not copied */
        void complete(@Nullable Object[] values);

        /** As {@link #complete(Object[])}, but for some. @param failures by the position of the parent */
        void complete(@Nullable Object[] values, Map<Integer, ? extends Throwable> failures);

        void fail(Throwable cause);
    }
}
