package dev.perigee.grpc.graph;

import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputField.OneOf;
import dev.perigee.grpc.graph.InputField.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Messages that require each other in a circle: no value of their input types could be written, so what they require of
 * each other is no longer required in the graph. The service still says if something is missing.
 */
final class RequiredCycles {
    private RequiredCycles() {}

    /** Completes types again that are in a circle, and says which fields are meant. */
    static void open(Collection<InputType> types, List<String> report) {
        Set<InputType> circular = circular(types);
        for (InputType type : types) {
            if (!circular.contains(type)) continue;
            List<InputField> fields = new ArrayList<>();
            for (InputField field : type.allFields()) {
                boolean isOpened = required(field).stream().anyMatch(circular::contains);
                fields.add(isOpened ? field.optional() : field);
                if (isOpened) {
                    report.add("%s.%s is not required: the message would require itself."
                            .formatted(type.name(), field.name()));
                }
            }
            type.complete(fields);
        }
    }

    /** What is left once those are taken away, again and again, that require nothing or that nothing requires. */
    private static Set<InputType> circular(Collection<InputType> types) {
        Map<InputType, List<InputType>> forth = new HashMap<>();
        Map<InputType, List<InputType>> back = new HashMap<>();
        for (InputType type : types) {
            for (InputField field : type.allFields()) {
                for (InputType required : required(field)) {
                    forth.computeIfAbsent(type, from -> new ArrayList<>()).add(required);
                    back.computeIfAbsent(required, to -> new ArrayList<>()).add(type);
                }
            }
        }
        Set<InputType> left = new HashSet<>(types);
        peel(left, forth, back);
        peel(left, back, forth);
        return left;
    }

    private static void peel(
            Set<InputType> left, Map<InputType, List<InputType>> forth, Map<InputType, List<InputType>> back) {
        Map<InputType, Integer> degrees = new HashMap<>();
        Deque<InputType> ends = new ArrayDeque<>();
        for (InputType type : left) {
            int degree = (int) forth.getOrDefault(type, List.of()).stream()
                    .filter(left::contains)
                    .count();
            degrees.put(type, degree);
            if (degree == 0) ends.add(type);
        }
        while (!ends.isEmpty()) {
            InputType end = ends.remove();
            left.remove(end);
            for (InputType before : back.getOrDefault(end, List.of())) {
                if (left.contains(before) && degrees.merge(before, -1, Integer::sum) == 0) ends.add(before);
            }
        }
    }

    /** The types that one value of a field needs a value of. */
    private static List<InputType> required(InputField field) {
        return switch (field) {
            case Value value when value.isRequired() && !value.descriptor().isRepeated() -> messages(value);
            case OneOf oneof
            when oneof.isRequired() -> {
                List<InputType> members = new ArrayList<>();
                for (Value member : oneof.members().values()) members.addAll(messages(member));
                yield members;
            }
            default -> List.of();
        };
    }

    private static List<InputType> messages(Value value) {
        return value.form() instanceof InputForm.OfMessage(InputType type) ? List.of(type) : List.of();
    }
}
