package dev.perigee.plan;

import dev.perigee.data.AccessRule;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;

/**
 * What stands between callers and a field.
 *
 * @param coordinate of what is protected, as callers are told
 * @param opens number of the condition under which it lets them pass
 */
public record Guard(String coordinate, AccessRule rule, int opens) {
    /** What a caller is told whom it does not let pass. */
    public ClientException refusal(Caller caller) {
        return AccessRule.refusal(coordinate, caller);
    }
}
