package dev.perigee.execution;

import dev.perigee.language.OperationType;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** What subscribers of {@link Engine#subscribe} get: it knows which operation they have subscribed to. */
public interface OperationSubscription extends Flow.Subscription {
    /** The kind of the operation, null if none was found. */
    @Nullable OperationType operation();

    /** Its name, null if it has none or none was found. */
    @Nullable String operationName();
}
