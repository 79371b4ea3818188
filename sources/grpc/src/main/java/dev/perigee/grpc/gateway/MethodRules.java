package dev.perigee.grpc.gateway;

import dev.perigee.data.AccessRule;
import dev.perigee.data.Caller;
import dev.perigee.schema.AppliedDirective;
import dev.perigee.schema.AudienceDirective;
import java.util.List;

/**
 * Who may call a method whose reply is whole: those who may see all of it. Immutable.
 *
 * @param rules all rules of access on the way
 * @param marked directives of all that is marked for audiences on the way
 */
record MethodRules(List<AccessRule> rules, List<List<AppliedDirective>> marked) {
    MethodRules {
        rules = List.copyOf(rules);
        marked = List.copyOf(marked);
    }

    boolean admit(Caller caller) {
        return AccessRule.firstBroken(rules, caller) == null
                && marked.stream().allMatch(directives -> AudienceDirective.admits(directives, caller.audience()));
    }
}
