package dev.perigee.sql.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that the graph itself has. Also those that it has only with some models, so that a model can grow. */
final class ReservedNames {
    static final String PAGE_INFO = "PageInfo";
    static final String SORT_DIRECTION = "SortDirection";

    static final Set<String> TYPES = types();
    static final Set<String> FILTER = Set.of("and", "or", "not");
    static final Set<String> EDGE = Set.of("cursor", "node");
    static final Set<String> UPDATE = Set.of("patch", "version");

    private ReservedNames() {}

    private static Set<String> types() {
        Set<String> names = new HashSet<>(List.of("Query", "Mutation", "Subscription", PAGE_INFO, SORT_DIRECTION));
        for (GraphScalar scalar : GraphScalar.values()) {
            names.add(scalar.typeName());
            names.add(scalar.filterName());
        }
        return Set.copyOf(names);
    }
}
