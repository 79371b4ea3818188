package dev.perigee.data;

import dev.perigee.schema.AppliedDirective;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller must have to see something. Of several rules at one place, all must be satisfied. Immutable.
 *
 * @see AccessDirectives how a schema says it
 */
public sealed interface AccessRule {
    boolean isSatisfiedBy(Caller caller);

    Otherwise otherwise();

    /** The same with another outcome for callers who do not satisfy it. */
    AccessRule otherwise(Otherwise otherwise);

    /** As a directive of {@link AccessDirectives}. */
    String directive();

    /** For those who are known, whoever it is. */
    record Authenticated(Otherwise otherwise) implements AccessRule {
        @Override
        public boolean isSatisfiedBy(Caller caller) {
            return !caller.isAnonymous();
        }

        @Override
        public AccessRule otherwise(Otherwise otherwise) {
            return new Authenticated(otherwise);
        }

        @Override
        public String directive() {
            return "@authenticated" + (otherwise == Otherwise.NULL ? "(otherwise: NULL)" : "");
        }
    }

    /** For those who have all scopes of one of several sets. @param anyOf without a set, nobody has it */
    record Scopes(List<Set<String>> anyOf, Otherwise otherwise) implements AccessRule {
        public Scopes {
            anyOf = anyOf.stream()
                    .map(all -> Collections.unmodifiableSet(new LinkedHashSet<>(all)))
                    .toList();
        }

        @Override
        public boolean isSatisfiedBy(Caller caller) {
            for (Set<String> all : anyOf) {
                if (caller.scopes().containsAll(all)) return true;
            }
            return false;
        }

        @Override
        public AccessRule otherwise(Otherwise otherwise) {
            return new Scopes(anyOf, otherwise);
        }

        @Override
        public String directive() {
            String sets = anyOf.stream().map(AccessDirectives::list).collect(Collectors.joining(", "));
            return "@requiresScopes(scopes: [" + sets + "]" + AccessDirectives.argument(otherwise) + ")";
        }
    }

    /** For those who have one of several roles. @param anyOf without a role, nobody has it */
    record Roles(Set<String> anyOf, Otherwise otherwise) implements AccessRule {
        public Roles {
            anyOf = Collections.unmodifiableSet(new LinkedHashSet<>(anyOf));
        }

        @Override
        public boolean isSatisfiedBy(Caller caller) {
            for (String role : anyOf) {
                if (caller.roles().contains(role)) return true;
            }
            return false;
        }

        @Override
        public AccessRule otherwise(Otherwise otherwise) {
            return new Roles(anyOf, otherwise);
        }

        @Override
        public String directive() {
            return "@requiresRoles(roles: " + AccessDirectives.list(anyOf) + AccessDirectives.argument(otherwise) + ")";
        }
    }

    /** The rules among the directives on a definition, in their order. */
    static List<AccessRule> of(List<AppliedDirective> directives) {
        List<AccessRule> rules = new ArrayList<>(1);
        for (AppliedDirective directive : directives) {
            AccessRule rule = AccessDirectives.rule(directive);
            if (rule != null) rules.add(rule);
        }
        return rules;
    }

    /** The rules that annotations on a class or a component say. */
    static List<AccessRule> of(AnnotatedElement element) {
        List<AccessRule> rules = new ArrayList<>(1);
        dev.perigee.data.Authenticated authenticated = element.getAnnotation(dev.perigee.data.Authenticated.class);
        if (authenticated != null) rules.add(new Authenticated(authenticated.otherwise()));
        RequiresScopes scopes = element.getAnnotation(RequiresScopes.class);
        if (scopes != null) rules.add(new Scopes(sets(scopes.value()), scopes.otherwise()));
        RequiresRoles roles = element.getAnnotation(RequiresRoles.class);
        if (roles != null) rules.add(new Roles(new LinkedHashSet<>(List.of(roles.value())), roles.otherwise()));
        return List.copyOf(rules);
    }

    private static List<Set<String>> sets(String[] texts) {
        return Arrays.stream(texts)
                .map(text ->
                        (Set<String>) new LinkedHashSet<>(List.of(text.strip().split("\\s+"))))
                .toList();
    }

    /** The first of several rules that a caller does not satisfy, null if there is none. */
    static @Nullable AccessRule firstBroken(List<AccessRule> rules, Caller caller) {
        for (AccessRule rule : rules) {
            if (!rule.isSatisfiedBy(caller)) return rule;
        }
        return null;
    }

    /** What a caller is told who may not see something. @param coordinate of what was asked for, as in a schema */
    static ClientException refusal(String coordinate, Caller caller) {
        return caller.isAnonymous()
                ? new ClientException("UNAUTHENTICATED", "Sign in to use " + coordinate + ".")
                : new ClientException("FORBIDDEN", "You may not use " + coordinate + ".");
    }
}
