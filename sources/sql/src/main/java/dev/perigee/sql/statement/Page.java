package dev.perigee.sql.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an order to read, of each parent for itself where there are parents.
 *
 * @param limit the most rows to read, at least 1; {@link #NO_LIMIT} for all
 * @param fromEnd whether they are the last ones; they are given in order all the same
 * @param after the values of the order's columns at the row after which the page begins, null to begin at the start
 * @param before as {@code after}, at the row before which it ends
 */
public record Page(
        int limit,
        boolean fromEnd,
        @Nullable List<@Nullable Object> after,
        @Nullable List<@Nullable Object> before) {
    public static final int NO_LIMIT = Integer.MAX_VALUE;
    public static final Page ALL = new Page(NO_LIMIT, false, null, null);

    public static Page first(int limit) {
        return new Page(limit, false, null, null);
    }

    public static Page last(int limit) {
        return new Page(limit, true, null, null);
    }

    public boolean isLimited() {
        return limit != NO_LIMIT;
    }
}
