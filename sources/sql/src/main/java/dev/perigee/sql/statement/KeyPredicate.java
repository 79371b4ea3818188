package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in a where clause which keys rows are read of. */
@FunctionalInterface
interface KeyPredicate {
    void write(SqlWriter sql, String alias, List<Column> columns);

    /** Writes what stands before the tables that are read, for what is said of the keys to refer to; mostly nothing. */
    default void writeTable(SqlWriter sql, List<Column> columns) {}

    /** Any of the keys. One alone is compared directly, which every planner knows best. */
    static KeyPredicate any(CommonDialect dialect, List<List<Object>> keys) {
        if (keys.size() == 1) return one(keys.getFirst());
        if (keys.getFirst().size() > 1) return dialect.compositeKeys(keys);
        return (sql, alias, columns) -> dialect.writeIn(sql, alias, columns.getFirst(), column(keys, 0));
    }

    /** This key; no row has a key of nulls. */
    static KeyPredicate one(List<? extends @Nullable Object> key) {
        return (sql, alias, columns) -> {
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) sql.sql(" and ");
                Column column = columns.get(i);
                sql.column(alias, column).sql(" = ").value(column.type(), key.get(i));
            }
        };
    }

    /** The key of the row at hand of a key table, whose columns are labelled {@code k0}, {@code k1} and so on. */
    static KeyPredicate ofRow(String keyTable) {
        return (sql, alias, columns) -> {
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) sql.sql(" and ");
                sql.column(alias, columns.get(i)).sql(" = ").label(keyTable, "k", i);
            }
        };
    }

    /** The values of one column of all keys. */
    static List<Object> column(List<List<Object>> keys, int index) {
        List<Object> values = new ArrayList<>(keys.size());
        for (List<Object> key : keys) values.add(key.get(index));
        return values;
    }
}
