package dev.perigee.data;

import java.util.concurrent.Flow;

/** A source whose streams know what is selected of their events. Immutable; shared by all requests. */
@FunctionalInterface
public interface StreamSource {
    /**
     * Opens the stream of one subscriber, as {@link StreamRoot#subscribe} does.
     *
     * @param field of Subscription
     * @param run of the subscription, from now to its end
     */
    Flow.Publisher<?> open(SelectedField field, SourceRun run) throws Exception;
}
