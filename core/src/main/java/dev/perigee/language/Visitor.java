package dev.perigee.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Walks a tree in the order of its source, and calls what was given for the kinds of node that it meets:
 *
 * <pre>{@code
 * Visitor.builder()
 *         .enter(FragmentDefinition.class, fragment -> defined.add(fragment.name()))
 *         .enter(FragmentSpread.class, spread -> used.add(spread.name()))
 *         .leave(Document.class, document -> report(defined, used))
 *         .build()
 *         .visit(document);
 * }</pre>
 *
 * <p>A kind may be an interface, such as {@link Selection}. Where several match, they are called in the order in which
 * they were given. A visitor may be used again, and from several threads if its functions may. Trees may be nested to
 * any depth.
 */
public final class Visitor {
    private record Step<N extends Node>(Class<N> kind, Consumer<? super N> action) {
        void apply(Node node) {
            if (kind.isInstance(node)) action.accept(kind.cast(node));
        }
    }

    private final List<Step<?>> enter;
    private final List<Step<?>> leave;
    private final Predicate<Node> into;

    private Visitor(Builder builder) {
        this.enter = List.copyOf(builder.enter);
        this.leave = List.copyOf(builder.leave);
        this.into = builder.into;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Visits a node and all below it. */
    public void visit(Node root) {
        Deque<Visit> open = new ArrayDeque<>(); // instead of recursion
        open.push(new Enter(root));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Enter(Node node) -> enter(node, open);
                case Leave(Node node) -> leave.forEach(step -> step.apply(node));
            }
        }
    }

    private void enter(Node node, Deque<Visit> open) {
        for (Step<?> step : enter) step.apply(node);
        if (!leave.isEmpty()) open.push(new Leave(node));
        if (!into.test(node)) return;
        List<Node> children = new ArrayList<>();
        Children.forEach(node, children::add);
        for (Node child : children.reversed()) open.push(new Enter(child));
    }

    private sealed interface Visit {}

    private record Enter(Node node) implements Visit {}

    private record Leave(Node node) implements Visit {}

    /** What to do with which kinds of node. */
    public static final class Builder {
        private final List<Step<?>> enter = new ArrayList<>();
        private final List<Step<?>> leave = new ArrayList<>();
        private Predicate<Node> into = node -> true;

        private Builder() {}

        /** Called with a node before its children are visited. */
        public <N extends Node> Builder enter(Class<N> kind, Consumer<? super N> action) {
            enter.add(new Step<>(kind, action));
            return this;
        }

        /** Called with a node after its children were visited. */
        public <N extends Node> Builder leave(Class<N> kind, Consumer<? super N> action) {
            leave.add(new Step<>(kind, action));
            return this;
        }

        /** The children of a node of this kind are visited only where {@code condition} holds. */
        public <N extends Node> Builder into(Class<N> kind, Predicate<? super N> condition) {
            into = into.and(node -> !kind.isInstance(node) || condition.test(kind.cast(node)));
            return this;
        }

        public Visitor build() {
            return new Visitor(this);
        }
    }
}
