package dev.perigee.sql.mutation;

import dev.perigee.sql.database.Row;
import dev.perigee.sql.model.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row on its way into the database: what is given of it, and what it has of the row that it refers to. For one thread. */
final class NewRow {
    private final InputRow input;
    private final List<Column> columns;
    private final List<@Nullable Object> values;
    private @Nullable Row stored;

    /**
     * @param referring columns that refer to another row
     * @param key what they have
     */
    NewRow(InputRow input, List<Column> referring, List<Object> key) {
        this.input = input;
        this.columns = new ArrayList<>(input.columns());
        this.values = new ArrayList<>(input.values());
        columns.addAll(referring);
        values.addAll(key);
    }

    InputRow input() {
        return input;
    }

    List<Column> columns() {
        return columns;
    }

    List<@Nullable Object> values() {
        return values;
    }

    void store(Row row) {
        stored = row;
    }

    /** What the database has of it: the key, and what other rows are to refer to. */
    Row stored() {
        if (stored == null) throw new IllegalStateException("A row was not stored yet: " + input.path());
        return stored;
    }
}
