package dev.perigee.data;

import java.util.concurrent.Flow;

/**
 * A field of Subscription: the source stream. Each event becomes one execution of the selection, with the event as the
 * value of the field.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Source-Stream">Source Stream</a>
 */
@FunctionalInterface
public interface StreamRoot<T> {
    /** Opens the stream of one subscriber. An exception here is a request error. */
    Flow.Publisher<? extends T> subscribe(Arguments arguments, Context context) throws Exception;
}
