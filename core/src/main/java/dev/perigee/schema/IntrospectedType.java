package dev.perigee.schema;

import dev.perigee.language.ListType;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.NonNullType;
import dev.perigee.language.TypeReference;
import java.util.ArrayDeque;
import java.util.Deque;

/** References to types in an introspection result: {@code kind}, {@code name} and {@code ofType}. */
final class IntrospectedType {
    /** What stands for a reference that is wrong; the problem is there already. */
    private static final NamedType WRONG = new NamedType("String", Location.NONE);

    private IntrospectedType() {}

    static TypeReference reference(JsonPlace place) {
        Deque<Boolean> wrappers = new ArrayDeque<>(); // true for a list, the innermost first
        JsonPlace inner = place;
        while (inner.isObject()) {
            String kind = inner.member("kind").text();
            boolean list = kind.equals("LIST");
            if (!list && !kind.equals("NON_NULL")) {
                return wrap(new NamedType(inner.member("name").text(), Location.NONE), wrappers);
            }
            if (!list && !wrappers.isEmpty() && !wrappers.getFirst()) {
                inner.add("is a non-null in a non-null.");
                return WRONG;
            }
            wrappers.push(list);
            if (wrappers.size() > Wrapping.MOST) {
                place.add("has more than " + Wrapping.MOST + " lists and non-nulls around it.");
                return WRONG;
            }
            inner = inner.member("ofType");
        }
        return WRONG;
    }

    private static TypeReference wrap(NamedType named, Deque<Boolean> wrappers) {
        TypeReference type = named;
        for (boolean list : wrappers) {
            type = list ? new ListType(type, Location.NONE) : new NonNullType(type, Location.NONE);
        }
        return type;
    }
}
