package dev.perigee.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every input object can have a value that ends: none needs itself through non-null fields, and each OneOf has a field
 * that can be given. Works from those that can have a value to those that need only such, so that it is linear.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References">Circular References</a>
 */
final class InputObjectCycles {
    private static final int MOST_LISTED = 10;

    private final Draft draft;
    private final SchemaProblems problems;
    private final Map<InputObjectType, Integer> needs = new HashMap<>(); // how many fields still stand in the way
    private final Map<InputObjectType, List<InputObjectType>> neededBy = new HashMap<>();
    private final Set<InputObjectType> possible = new HashSet<>();
    private final Deque<InputObjectType> found = new ArrayDeque<>();

    InputObjectCycles(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    void check() {
        List<InputObjectType> types = new ArrayList<>();
        for (DefinedType type : draft.types()) {
            if (type instanceof InputObjectType input) types.add(input);
        }
        types.forEach(this::countNeeds);
        while (!found.isEmpty()) {
            for (InputObjectType needing : neededBy.getOrDefault(found.removeFirst(), List.of())) settle(needing);
        }
        reportCycles(types);
    }

    private void countNeeds(InputObjectType type) {
        int count = 0;
        boolean free = !type.isOneOf();
        for (InputValue field : type.fields()) {
            InputObjectType needed = needed(type, field);
            if (needed != null) {
                count++;
                neededBy.computeIfAbsent(needed, key -> new ArrayList<>()).add(type);
            } else if (type.isOneOf()) {
                free = true;
            }
        }
        boolean empty = type.fields().isEmpty(); // NonEmptyTypes says so
        if (type.isOneOf() ? free || empty : count == 0) add(type);
        else needs.put(type, type.isOneOf() ? 1 : count);
    }

    /** The input object without which a field cannot be given, null if there is none. */
    private static @Nullable InputObjectType needed(InputObjectType type, InputValue field) {
        boolean must = type.isOneOf() || field.type().isNonNull();
        return must && field.type().nullable() instanceof InputObjectType needed ? needed : null;
    }

    private void settle(InputObjectType needing) {
        int left = needs.merge(needing, -1, Integer::sum);
        if (left == 0) add(needing);
    }

    private void add(InputObjectType type) {
        if (possible.add(type)) found.addLast(type);
    }

    private void reportCycles(List<InputObjectType> types) {
        Set<InputObjectType> done = new HashSet<>();
        for (InputObjectType type : types) {
            if (possible.contains(type) || done.contains(type)) continue;
            Map<InputObjectType, InputValue> path = new LinkedHashMap<>();
            InputObjectType at = type;
            while (!done.contains(at) && !path.containsKey(at)) {
                InputValue field = impossibleField(at);
                path.put(at, field);
                at = (InputObjectType) field.type().named();
            }
            if (!done.contains(at)) report(at, List.copyOf(path.values()));
            done.addAll(path.keySet());
        }
    }

    private InputValue impossibleField(InputObjectType type) {
        for (InputValue field : type.fields()) {
            InputObjectType needed = needed(type, field);
            if (needed != null && !possible.contains(needed)) return field;
        }
        throw new IllegalStateException(type + " can have a value.");
    }

    private void report(InputObjectType start, List<InputValue> path) {
        int first = 0;
        while (start.field(path.get(first).name()) != path.get(first)) first++;
        List<InputValue> cycle = path.subList(first, path.size());
        String fields = cycle.stream()
                .limit(MOST_LISTED)
                .map(field -> "\"" + field + "\"")
                .collect(Collectors.joining(", "));
        problems.add(
                "Input object \"%s\" can have no value, because it needs itself through %s%s."
                        .formatted(start, fields, cycle.size() > MOST_LISTED ? " and more" : ""),
                cycle.stream().limit(MOST_LISTED).map(InputValue::location).toList());
    }
}
