package dev.perigee.sql.mutation;

import dev.perigee.sql.database.Row;
import dev.perigee.sql.hydration.KeyColumns;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Condition.Compare;
import dev.perigee.sql.statement.Condition.Operator;
import java.util.ArrayList;
import java.util.List;

/** Conditions that hold for one row at most. */
final class RowKey {
    private RowKey() {}

    /** The row that has these values in these columns, which are a key of its table. */
    static Condition of(List<Column> columns, List<Object> values) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            conditions.add(new Compare(columns.get(i), Operator.EQUAL, values.get(i)));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.And(conditions);
    }

    /** The row that has the primary key of this one. */
    static Condition of(Row row) {
        List<Column> columns = row.table().primaryKey();
        Object key = row.key(columns);
        if (key == null) throw new IllegalStateException("The key " + columns + " of a row is null");
        return of(columns, KeyColumns.values(key));
    }

    /** For people who read the statement: its values are never sent. */
    static Condition example(Table table) {
        return of(
                table.primaryKey(),
                table.primaryKey().stream().<Object>map(Column::name).toList());
    }
}
