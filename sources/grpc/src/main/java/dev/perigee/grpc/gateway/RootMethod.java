package dev.perigee.grpc.gateway;

import dev.perigee.data.Arguments;
import dev.perigee.grpc.graph.RootField;
import dev.perigee.grpc.input.MessageEncoder;
import dev.perigee.grpc.input.RequestRules;
import dev.perigee.grpc.pushdown.PushDown;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A root field with all that its call takes. Immutable.
 *
 * @param rules what a request must fulfil, null if there is nothing to check
 * @param pushDown how the service is told of the selection, null if it can't be
 */
record RootMethod(
        RootField field,
        ServiceMethod service,
        MessageEncoder encoder,
        @Nullable RequestRules rules,
        @Nullable PushDown pushDown) {

    /** Whether the service is told the arguments of its reply's fields. */
    boolean tellsArguments() {
        return pushDown != null && pushDown.tellsArguments();
    }

    /** The request's bytes, checked. @param suffix what the selection adds to it */
    byte[] request(Arguments arguments, byte[] suffix) {
        byte[] request = encoder.encode(values(arguments), suffix);
        if (rules != null) rules.check(request);
        return request;
    }

    private Map<String, @Nullable Object> values(Arguments arguments) {
        String input = field.inputArgument();
        if (input == null) return arguments.asMap();
        return arguments.get(input) instanceof Map<?, ?> given ? asValues(given) : Map.of();
    }

    @SuppressWarnings("unchecked") // coerced input objects have names as keys
    private static Map<String, @Nullable Object> asValues(Map<?, ?> given) {
        return (Map<String, @Nullable Object>) given;
    }
}
