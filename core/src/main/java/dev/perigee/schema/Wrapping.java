package dev.perigee.schema;

/** Lists and non-nulls around a defined type, walked in loops: a hostile schema may wrap thousands of times. */
final class Wrapping {
    private Wrapping() {}

    static DefinedType named(Type type) {
        Type inner = type;
        while (true) {
            switch (inner) {
                case DefinedType defined -> {
                    return defined;
                }
                case ListOf list -> inner = list.type();
                case NonNull nonNull -> inner = nonNull.type();
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
