package dev.perigee.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The strongly connected components of a graph: the sets of nodes that can all reach each other. Tarjan's algorithm,
 * linear, with a stack of its own, since schemas can be deep. Nodes are compared by equality.
 */
final class StronglyConnected<N> {
    private final Function<N, ? extends Collection<? extends N>> successors;
    private final Map<N, Visit<N>> visits = new HashMap<>();
    private final Deque<Visit<N>> path = new ArrayDeque<>();
    private final Deque<Visit<N>> open = new ArrayDeque<>();
    private final List<List<N>> components = new ArrayList<>();

    private StronglyConnected(Function<N, ? extends Collection<? extends N>> successors) {
        this.successors = successors;
    }

    /** The components that can be reached; each comes after all that it can reach. */
    static <N> List<List<N>> components(
            Collection<? extends N> roots, Function<N, ? extends Collection<? extends N>> successors) {
        StronglyConnected<N> search = new StronglyConnected<>(successors);
        for (N root : roots) {
            if (!search.visits.containsKey(root)) search.visit(root);
        }
        return search.components;
    }

    /** The nodes of one cycle in a component, in their order; empty if it has none: one node that has no edge to itself. */
    static <N> List<N> cycle(List<N> component, Function<N, ? extends Collection<? extends N>> successors) {
        Set<N> inside = new HashSet<>(component);
        Set<N> walked = new LinkedHashSet<>();
        N at = component.getFirst();
        while (walked.add(at)) {
            N next = at;
            boolean found = false;
            for (N successor : successors.apply(at)) {
                if (!inside.contains(successor)) continue;
                next = successor;
                found = true;
                break;
            }
            if (!found) return List.of();
            at = next;
        }
        List<N> nodes = new ArrayList<>(walked);
        return nodes.subList(nodes.indexOf(at), nodes.size());
    }

    private void visit(N root) {
        enter(root);
        while (!path.isEmpty()) {
            Visit<N> visit = path.getFirst();
            if (visit.rest.hasNext()) follow(visit, visit.rest.next());
            else finish(path.removeFirst());
        }
    }

    private void enter(N node) {
        Visit<N> visit = new Visit<>(node, visits.size(), successors.apply(node).iterator());
        visits.put(node, visit);
        path.addFirst(visit);
        open.addFirst(visit);
    }

    private void follow(Visit<N> from, N to) {
        Visit<N> seen = visits.get(to);
        if (seen == null) enter(to);
        else if (seen.isOpen) from.lowest = Math.min(from.lowest, seen.number);
    }

    private void finish(Visit<N> visit) {
        if (!path.isEmpty()) {
            Visit<N> parent = path.getFirst();
            parent.lowest = Math.min(parent.lowest, visit.lowest);
        }
        if (visit.lowest != visit.number) return;
        List<N> component = new ArrayList<>();
        Visit<N> member;
        do {
            member = open.removeFirst();
            member.isOpen = false;
            component.add(member.node);
        } while (member != visit);
        components.add(component);
    }

    private static final class Visit<N> {
        final N node;
        final int number;
        final Iterator<? extends N> rest;
        int lowest;
        boolean isOpen = true;

        Visit(N node, int number, Iterator<? extends N> rest) {
            this.node = node;
            this.number = number;
            this.rest = rest;
            this.lowest = number;
        }
    }
}
