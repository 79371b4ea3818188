package dev.perigee.schema;

import dev.perigee.language.ListType;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.NonNullType;
import dev.perigee.language.TypeReference;
import java.util.function.Consumer;

/**
 * A type where a builder needs one: another builder, or the name of a type, or one of them as a list or non-null. Made
 * with {@link Types}.
 */
public sealed interface TypeExpression permits TypeBuilder, TypeExpression.Named, TypeExpression.Wrapped {
    /** The type as a document would have it. */
    TypeReference reference();

    /** Shows the builder of the type, if it was given as one. */
    void visit(Consumer<TypeBuilder<?>> visitor);

    /** A type by its name. */
    record Named(String name) implements TypeExpression {
        @Override
        public TypeReference reference() {
            return new NamedType(name, Location.NONE);
        }

        @Override
        public void visit(Consumer<TypeBuilder<?>> visitor) {
            // a name: what it stands for is known when the schema is built
        }
    }

    /** A list of a type, or a type without null; and the innermost type. */
    record Wrapped(TypeReference reference, TypeExpression innermost) implements TypeExpression {
        static Wrapped list(TypeExpression type) {
            return new Wrapped(new ListType(type.reference(), Location.NONE), innermost(type));
        }

        static Wrapped nonNull(TypeExpression type) {
            TypeReference inner = type.reference();
            TypeReference outer = inner instanceof NonNullType ? inner : new NonNullType(inner, Location.NONE);
            return new Wrapped(outer, innermost(type));
        }

        @Override
        public void visit(Consumer<TypeBuilder<?>> visitor) {
            innermost.visit(visitor);
        }

        private static TypeExpression innermost(TypeExpression type) {
            return type instanceof Wrapped wrapped ? wrapped.innermost : type;
        }
    }
}
