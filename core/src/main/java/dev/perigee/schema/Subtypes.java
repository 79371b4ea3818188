package dev.perigee.schema;

/** Which types are narrower than others. */
final class Subtypes {
    private Subtypes() {}

    /**
     * Whether every value of one type is a value of another.
     *
     * @see <a href="https://spec.graphql.org/September2025/#IsSubType()">IsSubType</a>
     */
    static boolean isSubtype(Type sub, Type of) {
        Type narrow = sub;
        Type wide = of;
        while (true) {
            if (narrow.equals(wide)) return true;
            if (narrow instanceof NonNull) {
                narrow = narrow.nullable();
                wide = wide.nullable();
            } else if (narrow instanceof ListOf narrowList && wide instanceof ListOf wideList) {
                narrow = narrowList.type();
                wide = wideList.type();
            } else {
                return isNamedSubtype(narrow, wide);
            }
        }
    }

    private static boolean isNamedSubtype(Type narrow, Type wide) {
        return switch (wide) {
            case InterfaceType interfaceType ->
                narrow instanceof ImplementingType implementing && implementing.isImplementing(interfaceType);
            case UnionType union -> narrow instanceof ObjectType object && union.isMember(object);
            default -> false;
        };
    }
}
