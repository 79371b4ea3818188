package dev.perigee.execution;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.plan.Plan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which conditions of a plan hold in a request. */
final class RequestConditions {
    private RequestConditions() {}

    /** @throws RequestErrorException if it can't be told who makes the request: its credentials are no good */
    static boolean[] of(Plan plan, Map<String, ? extends @Nullable Object> variables, RequestContext context) {
        try {
            return plan.conditions(variables, () -> context.value(Caller.class));
        } catch (ClientException e) {
            Errors errors = new Errors((occurred, cause) -> occurred, Integer.MAX_VALUE);
            errors.addWithoutPath(e);
            throw new RequestErrorException(errors.list(), e);
        }
    }
}
