package dev.perigee.codegen.server;

import dev.perigee.schema.CompositeType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which types lead back to themselves, by fields without arguments: a record that holds such a field could not be made, or
 * holds half the graph. Tarjan's strongly connected components, without recursion: linear in the schema.
 */
final class Circles {
    private final Map<String, Integer> circleOf = new HashMap<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private final Map<String, Set<String>> edges = new HashMap<>();
    private int circles;

    private record Visit(String type, Iterator<String> next) {}

    private Circles() {}

    /** @param isRecord whether a type becomes a record, and so may be part of a circle */
    static Circles of(Schema schema, Predicate<ObjectType> isRecord) {
        Circles circles = new Circles();
        for (var type : schema.types()) {
            if (type instanceof ObjectType object && isRecord.test(object))
                circles.edges.put(object.name(), next(object));
            else if (type instanceof CompositeType composite)
                circles.edges.put(composite.name(), members(schema, composite));
        }
        for (String type : List.copyOf(circles.edges.keySet())) circles.visit(type);
        return circles;
    }

    /** Whether the field leads to a type from which its own type can be reached again. */
    boolean isClosedBy(ObjectType type, OutputField field) {
        Integer circle = circleOf.get(type.name());
        return circle != null && circle.equals(circleOf.get(field.namedType().name()));
    }

    private static Set<String> next(ObjectType type) {
        Set<String> next = new LinkedHashSet<>();
        for (OutputField field : type.fields()) {
            if (field.arguments().isEmpty() && !field.isLeaf())
                next.add(field.namedType().name());
        }
        return next;
    }

    /** Of an interface or union. Objects that are no records end the way. */
    private static Set<String> members(Schema schema, CompositeType type) {
        Set<String> members = new LinkedHashSet<>();
        if (type instanceof ObjectType) return members;
        for (ObjectType possible : schema.possibleTypes(type)) members.add(possible.name());
        return members;
    }

    private void visit(String from) {
        if (index.containsKey(from)) return;
        enter(from);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.next().hasNext()) {
                String next = visit.next().next();
                if (!edges.containsKey(next)) continue;
                if (!index.containsKey(next)) enter(next);
                else if (!circleOf.containsKey(next)) lower(visit.type(), index.getOrDefault(next, 0));
            } else {
                leave(path.pop().type());
            }
        }
    }

    private void enter(String type) {
        low.put(type, index.size());
        index.put(type, index.size());
        open.push(type);
        path.push(new Visit(type, edges.getOrDefault(type, Set.of()).iterator()));
    }

    private void leave(String type) {
        int lowest = low.getOrDefault(type, 0);
        if (!path.isEmpty()) lower(path.peek().type(), lowest);
        if (lowest != index.getOrDefault(type, 0)) return;
        List<String> circle = new ArrayList<>();
        do circle.add(open.pop());
        while (!circle.getLast().equals(type));
        circles++; // of one type alone, where no field leads to it
        for (String member : circle) circleOf.put(member, circles);
    }

    private void lower(String type, int to) {
        low.merge(type, to, Math::min);
    }
}
