package dev.perigee.plan;

import dev.perigee.data.AccessRule;
import dev.perigee.data.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When fields are part of a response: what {@code @skip}, {@code @include} and access rules come to. Each distinct condition of a plan
 * has a number and is evaluated once a request, so that one plan serves every combination of variables, and every caller, however
 * conditions are nested.
 *
 * @see <a href="https://spec.graphql.org/September2025/#CollectFields()">CollectFields</a>
 */
final class Conditions {
    /** The condition that always holds. */
    static final int ALWAYS = 0;

    /** The condition that never holds. */
    static final int NEVER = 1;

    private static final HeldConditions CONSTANTS = new HeldConditions(true, false);

    private final List<Term> terms = new ArrayList<>(List.of(new Constant(true), new Constant(false)));
    private final Map<Term, Integer> numbers = new HashMap<>();
    private boolean dependOnCaller;

    /** A condition in terms of conditions with lower numbers, of variables, or of who makes the request. */
    private sealed interface Term {}

    private record Constant(boolean holds) implements Term {}

    private record IsTrue(String variable) implements Term {}

    private record Satisfies(AccessRule rule) implements Term {}

    private record Gives(GivenInput input) implements Term {}

    private record Not(int condition) implements Term {}

    private record And(int left, int right) implements Term {}

    private record Or(int left, int right) implements Term {}

    /** That a variable is true. */
    int isTrue(String variable) {
        return numberOf(new IsTrue(variable));
    }

    /** That the caller satisfies a rule. */
    int satisfies(AccessRule rule) {
        dependOnCaller = true;
        return numberOf(new Satisfies(rule));
    }

    /** That an input is given. */
    int gives(GivenInput input) {
        return input.isConstant() ? input.isGiven(Map.of()) ? ALWAYS : NEVER : numberOf(new Gives(input));
    }

    /** Whether a condition is another one, or that and more. May say no where it takes more to see that it is so. */
    boolean implies(int condition, int other) {
        int left = condition;
        while (left != other) {
            if (!(terms.get(left) instanceof And and)) return other == ALWAYS || left == NEVER;
            if (and.right() == other) return true;
            left = and.left();
        }
        return true;
    }

    int not(int condition) {
        if (condition == ALWAYS) return NEVER;
        if (condition == NEVER) return ALWAYS;
        return terms.get(condition) instanceof Not not ? not.condition() : numberOf(new Not(condition));
    }

    int and(int left, int right) {
        if (left == NEVER || right == NEVER || left == not(right)) return NEVER;
        if (left == right || right == ALWAYS) return left;
        return left == ALWAYS ? right : numberOf(new And(left, right));
    }

    int or(int left, int right) {
        if (left == ALWAYS || right == ALWAYS || left == not(right)) return ALWAYS;
        if (left == right || right == NEVER) return left;
        return left == NEVER ? right : numberOf(new Or(left, right));
    }

    /** Whether one of them depends on who makes the request. */
    boolean dependOnCaller() {
        return dependOnCaller;
    }

    /** Whether each of them always holds, or never does. */
    boolean areConstant() {
        return numbers.isEmpty();
    }

    HeldConditions evaluate(Map<String, ? extends @Nullable Object> variables, Caller caller) {
        if (areConstant()) return CONSTANTS;
        boolean[] holds = new boolean[terms.size()];
        for (int i = 0; i < holds.length; i++) {
            holds[i] = switch (terms.get(i)) {
                case Constant constant -> constant.holds();
                case IsTrue isTrue -> Boolean.TRUE.equals(variables.get(isTrue.variable()));
                case Satisfies satisfies -> satisfies.rule().isSatisfiedBy(caller);
                case Gives gives -> gives.input().isGiven(variables);
                case Not not -> !holds[not.condition()];
                case And and -> holds[and.left()] && holds[and.right()];
                case Or or -> holds[or.left()] || holds[or.right()];
            };
        }
        return new HeldConditions(holds);
    }

    /** For people: {@code $a and not $b}. */
    String describe(int condition) {
        return describe(condition, 6);
    }

    private String describe(int condition, int levels) {
        if (levels == 0) return "…";
        return switch (terms.get(condition)) {
            case Constant constant -> constant.holds() ? "always" : "never";
            case IsTrue isTrue -> "$" + isTrue.variable();
            case Satisfies satisfies -> satisfies.rule().directive();
            case Gives gives -> gives.input().toString();
            case Not not -> "not " + describe(not.condition(), levels - 1);
            case And and -> "(" + describe(and.left(), levels - 1) + " and " + describe(and.right(), levels - 1) + ")";
            case Or or -> "(" + describe(or.left(), levels - 1) + " or " + describe(or.right(), levels - 1) + ")";
        };
    }

    private int numberOf(Term term) {
        return numbers.computeIfAbsent(term, t -> {
            terms.add(t);
            return terms.size() - 1;
        });
    }
}
