package dev.perigee.plan;

import dev.perigee.language.Argument;
import dev.perigee.language.BooleanValue;
import dev.perigee.language.Directive;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.NamedType;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is selected of an object type, merged by response name in the order of first appearance.
 *
 * @see <a href="https://spec.graphql.org/September2025/#CollectFields()">CollectFields</a>
 */
final class Collector {
    private final Schema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Conditions conditions;
    private final Budget budget;
    private final ObjectType type;
    private final Map<String, List<Occurrence>> collected = new LinkedHashMap<>();
    private final Map<String, Integer> visited = new HashMap<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private int order;

    Collector(
            Schema schema,
            Map<String, FragmentDefinition> fragments,
            Conditions conditions,
            Budget budget,
            ObjectType type) {
        this.schema = schema;
        this.fragments = fragments;
        this.conditions = conditions;
        this.budget = budget;
        this.type = type;
    }

    /**
     * One selection of a field.
     *
     * @param condition when it counts
     * @param order where it stands among all selections of fields here
     */
    record Occurrence(Field field, int condition, int order) {}

    /** A selection set, and when it counts. */
    record Part(SelectionSet selections, int condition) {}

    /** What is left of a selection set. */
    private record Open(Iterator<Selection> rest, int condition) {}

    /** All selections of each response name. */
    Map<String, List<Occurrence>> collect(List<Part> parts) {
        for (Part part : parts) collect(part.selections(), part.condition());
        return collected;
    }

    /** Not by recursion: fragments may be chained as deep as a document is long. */
    private void collect(SelectionSet selections, int outer) {
        enter(selections, outer);
        while (!open.isEmpty()) {
            Open innermost = open.peek();
            if (innermost.rest.hasNext()) select(innermost.rest.next(), innermost.condition);
            else open.pop();
        }
    }

    private void enter(SelectionSet selections, int condition) {
        open.push(new Open(selections.selections().iterator(), condition));
    }

    private void select(Selection selection, int outer) {
        budget.spend();
        int condition = conditionOf(selection.directives(), outer);
        if (condition == Conditions.NEVER) return;
        switch (selection) {
            case Field field -> add(field, condition);
            case InlineFragment inline -> {
                if (applies(inline.typeCondition())) enter(inline.selectionSet(), condition);
            }
            case FragmentSpread spread -> enterFragment(spread.name(), condition);
        }
    }

    private void add(Field field, int condition) {
        collected
                .computeIfAbsent(field.responseName(), name -> new ArrayList<>(1))
                .add(new Occurrence(field, condition, order++));
    }

    /** A fragment counts once in a selection set; after a conditional spread, again for when that one did not hold. */
    private void enterFragment(String name, int condition) {
        int before = visited.getOrDefault(name, Conditions.NEVER);
        int now = conditions.and(condition, conditions.not(before));
        if (now == Conditions.NEVER) return;
        visited.put(name, conditions.or(before, condition));
        FragmentDefinition fragment = fragments.get(name);
        if (fragment != null && applies(fragment.typeCondition())) enter(fragment.selectionSet(), now);
    }

    private boolean applies(@Nullable NamedType condition) {
        if (condition == null || condition.name().equals(type.name())) return true;
        return schema.type(condition.name()) instanceof CompositeType composite
                && schema.isPossibleType(composite, type);
    }

    private int conditionOf(List<Directive> directives, int outer) {
        int condition = outer;
        for (Directive directive : directives) {
            switch (directive.name()) {
                case "skip" -> condition = conditions.and(condition, conditions.not(ifOf(directive)));
                case "include" -> condition = conditions.and(condition, ifOf(directive));
                default -> {} // others do not decide what is collected
            }
        }
        return condition;
    }

    private int ifOf(Directive directive) {
        for (Argument argument : directive.arguments()) {
            if (argument.name().equals("if")) return conditionOf(argument.value());
        }
        return Conditions.NEVER; // validation has rejected it
    }

    private int conditionOf(Value value) {
        return switch (value) {
            case BooleanValue constant -> constant.value() ? Conditions.ALWAYS : Conditions.NEVER;
            case Variable variable -> conditions.isTrue(variable.name());
            default -> Conditions.NEVER; // validation has rejected it
        };
    }
}
