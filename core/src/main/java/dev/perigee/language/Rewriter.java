package dev.perigee.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree from a tree, from the leaves to the root, with functions for the kinds of node that change:
 *
 * <pre>{@code
 * Rewriter.builder()
 *         .on(NamedType.class, type -> type.name().equals("User") ? new NamedType("Person", type.location()) : type)
 *         .on(Field.class, field -> field.name().equals("secret") ? null : field)
 *         .build()
 *         .rewrite(document);
 * }</pre>
 *
 * <p>A function is given the node with its children rewritten already, and returns what stands in its place: the node
 * itself, another one, or null to leave it out of the list in which it stands. Where nothing changed, the tree has the
 * same instances as before, up to the root. Where several functions match, each is given what the one before it
 * returned. A rewriter may be used again, and from several threads if its functions may. Trees may be nested to any
 * depth.
 */
public final class Rewriter {
    private record Step<N extends Node>(Class<N> kind, Function<? super N, ? extends @Nullable Node> function) {
        @Nullable Node apply(Node node) {
            return kind.isInstance(node) ? function.apply(kind.cast(node)) : node;
        }
    }

    private final List<Step<?>> steps;

    private Rewriter(Builder builder) {
        this.steps = List.copyOf(builder.steps);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The tree rewritten.
     *
     * @throws IllegalStateException if a function returned what can't stand in the node's place: null where a node is
     *     required, or a node of a kind that the place does not take
     */
    @SuppressWarnings("unchecked") // a function for N, or for a kind above or below it, returns that kind
    public <N extends Node> N rewrite(N root) {
        Replacements replacements = new Replacements();
        Visitor.builder()
                .leave(Node.class, node -> replacements.add(node, apply(replacements.rebuild(node))))
                .build()
                .visit(root);
        return (N) replacements.required(Node.class, root);
    }

    private @Nullable Node apply(Node node) {
        Node result = node;
        for (Step<?> step : steps) {
            if (result == null) return null;
            result = step.apply(result);
        }
        return result;
    }

    /** What to do with which kinds of node. */
    public static final class Builder {
        private final List<Step<?>> steps = new ArrayList<>();

        private Builder() {}

        /** A function for nodes of a kind, which may be an interface such as {@link Value}. */
        public <N extends Node> Builder on(Class<N> kind, Function<? super N, ? extends @Nullable N> function) {
            steps.add(new Step<>(kind, function));
            return this;
        }

        public Rewriter build() {
            return new Rewriter(this);
        }
    }
}
