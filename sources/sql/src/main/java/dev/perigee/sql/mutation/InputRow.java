package dev.perigee.sql.mutation;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is given of a row, read and checked. Immutable.
 *
 * @param path where it is in the arguments, such as {@code input.players[1]}
 * @param columns those that are given, by their ordinals
 * @param values one for each
 * @param children rows that refer to it, to be created after it
 */
record InputRow(
        Table table, String path, List<Column> columns, List<@Nullable Object> values, List<Children> children) {
    InputRow {
        columns = List.copyOf(columns);
        values = Collections.unmodifiableList(new ArrayList<>(values));
        children = List.copyOf(children);
    }

    /** Rows at the end of a relation. */
    record Children(Relation relation, List<InputRow> rows) {}
}
