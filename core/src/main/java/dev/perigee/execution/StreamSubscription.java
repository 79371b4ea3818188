package dev.perigee.execution;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** What subscribers of {@link Engine#subscribe} get of a source stream that is open, and not of a single response. */
public interface StreamSubscription extends Flow.Subscription {
    /** The operation's name, null if it has none. */
    @Nullable String operationName();
}
