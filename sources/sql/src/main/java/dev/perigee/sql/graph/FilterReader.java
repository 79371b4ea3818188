package dev.perigee.sql.graph;

import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads filters of one graph into conditions. Immutable; safe to share between threads. */
public final class FilterReader {
    private final Map<Table, FilterFields> fields;
    private final FilterLimits limits;

    public FilterReader(GraphShape shape, GraphNames names, FilterLimits limits) {
        Map<Table, FilterFields> all = new HashMap<>();
        for (Table table : shape.tables()) all.put(table, FilterFields.of(table, shape, names));
        this.fields = Map.copyOf(all);
        this.limits = limits;
    }

    /**
     * The condition of a filter. What is given together must all hold; an empty filter holds for every row, and so does
     * none at all. An ID that its column can't have equals no row's.
     *
     * @param filter the coerced argument {@code filter}, null if it is absent or null
     * @throws dev.perigee.data.ClientException with code {@code BAD_USER_INPUT} if null is given inside it, with code
     *     {@code LIMIT_EXCEEDED} if it is over a limit; the message has the place and the limit
     * @throws IllegalArgumentException if the schema would not have let it through
     */
    public Condition read(Table table, @Nullable Map<?, ?> filter) {
        return filter == null ? Condition.TRUE : new FilterRun(fields, limits).read(table, filter);
    }
}
