package dev.perigee.schema;

import org.jspecify.annotations.Nullable;

/**
 * {@code [type]}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-List">List</a>
 */
public record ListOf(Type type) implements Type {
    @Override
    public DefinedType named() {
        return Wrapping.named(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListOf list && Wrapping.same(this, list);
    }

    @Override
    public int hashCode() {
        return Wrapping.hash(this);
    }

    @Override
    public String toString() {
        return Wrapping.print(this);
    }
}
