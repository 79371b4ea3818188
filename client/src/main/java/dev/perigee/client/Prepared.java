package dev.perigee.client;

import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operation before it is sent.
 *
 * @param definition null where there is no schema, and the document is none that can be read here
 * @param variables as JSON has them
 */
record Prepared(@Nullable OperationDefinition definition, Map<String, @Nullable Object> variables) {
    /** What it does; null where that is not known. */
    @Nullable OperationType type() {
        return definition == null ? null : definition.operation();
    }
}
