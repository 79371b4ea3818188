package dev.perigee.sql.graph;

import static dev.perigee.sql.graph.ClientErrors.badInput;

import dev.perigee.data.Arguments;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that a client asks for. Immutable.
 *
 * @param size the most rows, 0 or more
 * @param fromEnd whether they are the last ones
 * @param isDefault whether the client said nothing about the size
 * @param after the cursor after which the page begins, null to begin at the start
 * @param before the cursor before which it ends, null to end at the end
 */
public record PageRequest(
        int size,
        boolean fromEnd,
        boolean isDefault,
        @Nullable String after,
        @Nullable String before) {
    /**
     * Reads {@code first}, {@code last}, {@code after} and {@code before}, each of which may be absent or null.
     *
     * @throws dev.perigee.data.ClientException with code {@code BAD_USER_INPUT} if a size is negative or both are given,
     *     with code {@code LIMIT_EXCEEDED} if it is over the limit
     */
    public static PageRequest read(Arguments arguments, PageLimits limits) {
        Integer first = size("first", arguments, limits);
        Integer last = size("last", arguments, limits);
        if (first != null && last != null) {
            throw badInput("\"first\" and \"last\" can't be given together: a page is at one end of a list.");
        }
        Integer given = first == null ? last : first;
        return new PageRequest(
                given == null ? limits.defaultSize() : given,
                last != null,
                given == null,
                (String) arguments.get("after"),
                (String) arguments.get("before"));
    }

    /**
     * The rows to read: one more than the page has, by which one sees whether there are more beyond it.
     *
     * @param order complete, of {@code table}
     * @throws dev.perigee.data.ClientException with code {@code BAD_USER_INPUT} if a cursor is none of this order
     */
    public Page page(Table table, List<Order> order) {
        return new Page(
                size + 1, fromEnd, values("after", after, table, order), values("before", before, table, order));
    }

    private static @Nullable List<@Nullable Object> values(
            String argument, @Nullable String cursor, Table table, List<Order> order) {
        return cursor == null ? null : Cursor.decode(argument, cursor, table, order);
    }

    private static @Nullable Integer size(String name, Arguments arguments, PageLimits limits) {
        Integer size = (Integer) arguments.get(name);
        if (size == null) return null;
        if (size < 0) throw badInput("\"" + name + "\" is " + size + "; the least is 0.");
        if (size > limits.maxSize()) {
            throw ClientErrors.overLimit("\"" + name + "\" is " + size, "maxSize", limits.maxSize());
        }
        return size;
    }
}
