package dev.perigee.schema;

import org.jspecify.annotations.Nullable;

/**
 * {@code type!}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Non-Null">Non-Null</a>
 */
public record NonNull(Type type) implements Type {
    /** @throws IllegalArgumentException if {@code type} is itself non-null */
    public NonNull {
        if (type instanceof NonNull) throw new IllegalArgumentException(type + " is non-null already.");
    }

    @Override
    public DefinedType named() {
        return Wrapping.named(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NonNull nonNull && Wrapping.same(this, nonNull);
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
