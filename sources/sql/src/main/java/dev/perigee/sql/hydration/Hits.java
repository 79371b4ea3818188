package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a statement has for one key, in order, with the rows that lead to them where those were read, too. */
final class Hits {
    static final Hits NONE = new Hits(List.of(), null);

    private final List<Row> rows;
    private final @Nullable List<Row> joins;

    private Hits(List<Row> rows, @Nullable List<Row> joins) {
        this.rows = rows;
        this.joins = joins;
    }

    static Hits empty(boolean hasJoins) {
        return new Hits(new ArrayList<>(), hasJoins ? new ArrayList<>() : null);
    }

    void add(Row row, @Nullable Row join) {
        rows.add(row);
        if (joins != null && join != null) joins.add(join);
    }

    List<Row> rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    /** @throws IndexOutOfBoundsException if there is none */
    Edge edge(int index, CursorFormat cursors) {
        return new Edge(rows.get(index), joins == null ? null : joins.get(index), cursors);
    }

    /** Some of them, as a view. */
    Hits part(int from, int to) {
        if (from == 0 && to == rows.size()) return this;
        return new Hits(
                Collections.unmodifiableList(rows.subList(from, to)), joins == null ? null : joins.subList(from, to));
    }
}
