package dev.perigee.schema;

import dev.perigee.language.ListType;
import dev.perigee.language.NamedType;
import dev.perigee.language.NonNullType;
import dev.perigee.language.TypeReference;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lists and non-nulls around a defined type, walked in loops: a hostile schema may wrap thousands of times. */
final class Wrapping {
    /** Nobody means more lists in lists than this, and whoever walks values by their type needs stack for each. */
    static final int MOST = 100;

    private Wrapping() {}

    /** What a list or non-null reference wraps. */
    static TypeReference inside(TypeReference reference) {
        return switch (reference) {
            case ListType list -> list.type();
            case NonNullType nonNull -> nonNull.type();
            case NamedType named -> named;
        };
    }

    /** The innermost reference. */
    static NamedType named(TypeReference reference) {
        TypeReference inner = reference;
        while (true) {
            if (inner instanceof NamedType named) return named;
            inner = inside(inner);
        }
    }

    /** A type wrapped as a reference is. */
    static Type wrap(DefinedType named, TypeReference reference) {
        if (reference instanceof NamedType) return named;
        Deque<TypeReference> wrappers = new ArrayDeque<>();
        for (TypeReference outer = reference; !(outer instanceof NamedType); outer = inside(outer))
            wrappers.push(outer);
        Type type = named;
        for (TypeReference wrapper : wrappers) {
            if (wrapper instanceof ListType) type = new ListOf(type);
            else if (!type.isNonNull()) type = new NonNull(type);
        }
        return type;
    }

    static DefinedType named(Type type) {
        Type inner = type;
        while (true) {
            switch (inner) { // the final classes first, which are told apart fastest
                case NonNull nonNull -> inner = nonNull.type();
                case ListOf list -> inner = list.type();
                case DefinedType defined -> {
                    return defined;
                }
            }
        }
    }

    static boolean same(Type first, Type second) {
        Type a = first;
        Type b = second;
        while (a != b) {
            if (a instanceof ListOf listA && b instanceof ListOf listB) {
                a = listA.type();
                b = listB.type();
            } else if (a instanceof NonNull nonNullA && b instanceof NonNull nonNullB) {
                a = nonNullA.type();
                b = nonNullB.type();
            } else {
                return false;
            }
        }
        return true;
    }

    static int hash(Type type) {
        int hash = 1;
        Type inner = type;
        while (true) {
            switch (inner) {
                case DefinedType defined -> {
                    return 31 * hash + System.identityHashCode(defined);
                }
                case ListOf list -> {
                    hash = 31 * hash + 2;
                    inner = list.type();
                }
                case NonNull nonNull -> {
                    hash = 31 * hash + 3;
                    inner = nonNull.type();
                }
            }
        }
    }

    static String print(Type type) {
        StringBuilder start = new StringBuilder();
        StringBuilder end = new StringBuilder();
        Type inner = type;
        while (true) {
            switch (inner) {
                case DefinedType defined -> {
                    return start + defined.name() + end.reverse();
                }
                case ListOf list -> {
                    start.append('[');
                    end.append(']');
                    inner = list.type();
                }
                case NonNull nonNull -> {
                    end.append('!');
                    inner = nonNull.type();
                }
            }
        }
    }
}
