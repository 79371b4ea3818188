package dev.perigee.plan;

import dev.perigee.data.AccessRule;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which inputs with an access rule an argument can give: itself, and fields within its value. For one thread. */
final class ProtectedInputs {
    private final Map<InputValue, List<InputValue>> known = new IdentityHashMap<>();

    List<InputValue> of(InputValue argument) {
        return known.computeIfAbsent(argument, ProtectedInputs::find);
    }

    private static List<InputValue> find(InputValue argument) {
        List<InputValue> found = new ArrayList<>();
        Set<InputObjectType> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<InputValue> open = new ArrayDeque<>(List.of(argument));
        while (!open.isEmpty()) {
            InputValue input = open.poll();
            if (!AccessRule.of(input.appliedDirectives()).isEmpty()) found.add(input);
            boolean isNew = input.type().named() instanceof InputObjectType type && seen.add(type);
            if (isNew) open.addAll(((InputObjectType) input.type().named()).fields());
        }
        return List.copyOf(found);
    }
}
