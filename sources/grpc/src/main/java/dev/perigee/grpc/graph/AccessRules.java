package dev.perigee.grpc.graph;

import static dev.perigee.grpc.graph.Nodes.argument;
import static dev.perigee.grpc.graph.Nodes.directive;
import static dev.perigee.grpc.graph.Nodes.strings;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.options.FieldRules;
import dev.perigee.grpc.options.MessageRules;
import dev.perigee.grpc.options.MethodRules;
import dev.perigee.grpc.options.Scopes;
import dev.perigee.language.Directive;
import dev.perigee.language.ListValue;
import dev.perigee.language.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a caller must be, by the options of an element: all of it. Immutable.
 *
 * @param scopes all of one of these; empty for no rule
 * @param roles one of these; empty for no rule
 */
record AccessRules(boolean isAuthenticated, List<Set<String>> scopes, Set<String> roles) {
    static final AccessRules NONE = new AccessRules(false, List.of(), Set.of());

    /** Where rules meet that are lists of alternatives each, their number multiplies. */
    private static final int MOST_ALTERNATIVES = 100;

    static AccessRules of(MethodDescriptor method) {
        MethodRules rules = ProtoOptions.rules(method);
        return of(rules.getAuthenticated(), rules.getRequiresScopesList(), rules.getRequiresRolesList());
    }

    static AccessRules of(Descriptor message) {
        MessageRules rules = ProtoOptions.rules(message);
        return of(rules.getAuthenticated(), rules.getRequiresScopesList(), rules.getRequiresRolesList());
    }

    static AccessRules of(FieldDescriptor field) {
        FieldRules rules = ProtoOptions.rules(field);
        return of(rules.getAuthenticated(), rules.getRequiresScopesList(), rules.getRequiresRolesList());
    }

    private static AccessRules of(boolean isAuthenticated, List<Scopes> scopes, List<String> roles) {
        List<Set<String>> either = new ArrayList<>();
        for (Scopes all : scopes) either.add(new TreeSet<>(all.getAllList()));
        return new AccessRules(isAuthenticated, either, new TreeSet<>(roles));
    }

    boolean isNone() {
        return equals(NONE);
    }

    /**
     * Both.
     *
     * @param place where they meet, for the error if no directive can say both
     */
    AccessRules and(AccessRules other, String place, Problems problems) {
        Set<String> bothRoles = roles.isEmpty() ? other.roles : roles;
        if (!roles.isEmpty() && !other.roles.isEmpty() && !roles.equals(other.roles)) {
            problems.add(
                    place + ": two lists of roles meet here, of which callers would have to have one each. Give both"
                            + " the same list, or use scopes.");
        }
        List<Set<String>> bothScopes = scopes.isEmpty() ? other.scopes : scopes;
        if (!scopes.isEmpty() && !other.scopes.isEmpty()) bothScopes = each(scopes, other.scopes, place, problems);
        return new AccessRules(isAuthenticated || other.isAuthenticated, bothScopes, bothRoles);
    }

    private static List<Set<String>> each(
            List<Set<String>> left, List<Set<String>> right, String place, Problems problems) {
        List<Set<String>> each = new ArrayList<>();
        if ((long) left.size() * right.size() > MOST_ALTERNATIVES) {
            problems.add(place + ": too many alternatives of scopes meet here; at most " + MOST_ALTERNATIVES + ".");
            return left;
        }
        for (Set<String> one : left) {
            for (Set<String> another : right) {
                Set<String> both = new TreeSet<>(one);
                both.addAll(another);
                if (!each.contains(both)) each.add(both);
            }
        }
        return each;
    }

    List<Directive> directives() {
        List<Directive> directives = new ArrayList<>();
        if (isAuthenticated) directives.add(directive("authenticated"));
        if (!scopes.isEmpty()) {
            List<Value> either = new ArrayList<>();
            for (Set<String> all : scopes) either.add(strings(List.copyOf(all)));
            directives.add(directive("requiresScopes", argument("scopes", new ListValue(either, Nodes.NONE))));
        }
        if (!roles.isEmpty()) {
            directives.add(directive("requiresRoles", argument("roles", strings(List.copyOf(roles)))));
        }
        return directives;
    }
}
