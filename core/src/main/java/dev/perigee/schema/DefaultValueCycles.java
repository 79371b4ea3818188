package dev.perigee.schema;

import dev.perigee.language.ListValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * No default value needs itself, nor more than {@value #MOST_NESTED} others inside each other (a limit of ours). A
 * default value needs those of the fields that it leaves out. The nodes of the graph are fields with default values,
 * and types, which stand for all such fields of theirs: an empty object needs them all.
 *
 * @see <a href="https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()">InputObjectDefaultValueHasCycle</a>
 */
final class DefaultValueCycles {
    private static final int MOST_NESTED = 100;
    private static final int MOST_LISTED = 10;

    private final Draft draft;
    private final SchemaProblems problems;
    private final Map<InputObjectType, Collection<InputValue>> defaulted = new HashMap<>();

    DefaultValueCycles(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    void check() {
        List<Object> types = new ArrayList<>();
        for (DefinedType type : draft.types()) {
            if (type instanceof InputObjectType input && !defaulted(input).isEmpty()) types.add(input);
        }
        Map<Object, Integer> depths = new HashMap<>();
        for (List<Object> component : StronglyConnected.components(types, this::needed)) {
            List<Object> cycle = StronglyConnected.cycle(component, this::needed);
            if (cycle.isEmpty()) checkDepth(component.getFirst(), depths);
            else reportCycle(cycle);
        }
    }

    private Collection<?> needed(Object node) {
        if (node instanceof InputObjectType type) return defaulted(type);
        if (!(node instanceof InputValue field) || field.defaultValue() == null) return List.of();
        Set<Object> needed = new LinkedHashSet<>();
        collect(field.defaultValue(), field.type().named(), needed);
        return needed;
    }

    private void collect(Value value, DefinedType named, Set<Object> needed) {
        if (!(named instanceof InputObjectType type)) return;
        switch (value) {
            case ListValue list -> {
                for (Value item : list.values()) collect(item, type, needed);
            }
            case ObjectValue object -> collectObject(object, type, needed);
            default -> {}
        }
    }

    private void collectObject(ObjectValue object, InputObjectType type, Set<Object> needed) {
        Set<InputValue> given = new HashSet<>();
        for (ObjectField node : object.fields()) {
            InputValue field = type.field(node.name());
            if (field == null) continue;
            if (hasInputDefault(field)) given.add(field);
            collect(node.value(), field.type().named(), needed);
        }
        if (given.isEmpty()) {
            if (!defaulted(type).isEmpty()) needed.add(type);
            return;
        }
        for (InputValue field : defaulted(type)) {
            if (!given.contains(field)) needed.add(field);
        }
    }

    /** The fields whose default values may hold others. */
    private Collection<InputValue> defaulted(InputObjectType type) {
        return defaulted.computeIfAbsent(
                type,
                key -> type.fields().stream()
                        .filter(DefaultValueCycles::hasInputDefault)
                        .toList());
    }

    private static boolean hasInputDefault(InputValue field) {
        return field.defaultValue() != null && field.type().named() instanceof InputObjectType;
    }

    private void reportCycle(List<Object> cycle) {
        List<InputValue> fields = fields(cycle);
        String names = fields.stream()
                .limit(MOST_LISTED)
                .map(field -> "\"" + field + "\"")
                .collect(Collectors.joining(", "));
        problems.add(
                "The default value of \"%s\" needs itself, through %s%s."
                        .formatted(fields.getFirst(), names, fields.size() > MOST_LISTED ? " and more" : ""),
                fields.stream().limit(MOST_LISTED).map(InputValue::location).toList());
    }

    private static List<InputValue> fields(List<Object> nodes) {
        List<InputValue> fields = new ArrayList<>();
        for (Object node : nodes) {
            if (node instanceof InputValue field) fields.add(field);
        }
        return fields;
    }

    /** What a node needs comes before it. */
    private void checkDepth(Object node, Map<Object, Integer> depths) {
        int deepest = 0;
        for (Object needed : needed(node)) deepest = Math.max(deepest, depths.getOrDefault(needed, 0));
        int depth = node instanceof InputValue ? deepest + 1 : deepest;
        depths.put(node, depth);
        @Nullable InputValue field = node instanceof InputValue input ? input : null;
        if (field == null || depth != MOST_NESTED + 1) return; // those beyond it are no news
        problems.add(
                "The default value of \"%s\" needs more than %d others inside each other."
                        .formatted(field, MOST_NESTED),
                field.location());
    }
}
