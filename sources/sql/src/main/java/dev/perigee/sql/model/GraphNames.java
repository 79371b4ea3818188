package dev.perigee.sql.model;

import java.util.Set;
import java.util.regex.Pattern;

/** Which names types and fields of the graph may have.
 *  @see <a href="https://spec.graphql.org/September2025/#sec-Names">Names</a> */
final class GraphNames {
    private static final Pattern NAME = Pattern.compile("(?!__)[_A-Za-z][_0-9A-Za-z]*");
    /** Types that are in every graph, or in most of those that have tables. */
    private static final Set<String> RESERVED_TYPES =
            Set.of("Query", "Mutation", "Subscription", "Int", "Float", "String", "Boolean", "ID", "Node", "PageInfo");

    private GraphNames() {}

    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    static boolean isReservedType(String name) {
        return RESERVED_TYPES.contains(name);
    }
}
