package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the part of an insert that databases have in common, and what it gives back. */
record InsertWriter(SqlWriter sql) {
    /** The insert without what it gives back. */
    void write(Statement.Insert insert) {
        sql.sql("insert into ").table(insert.table());
        if (insert.columns().isEmpty()) {
            writeDefaults(insert);
            return;
        }
        sql.sql(" (");
        writeNames(insert.columns());
        sql.sql(") values ");
        for (int i = 0; i < insert.rows().size(); i++) {
            List<@Nullable Object> row = insert.rows().get(i);
            sql.comma(i).sql("(");
            for (int j = 0; j < insert.columns().size(); j++) {
                sql.comma(j).value(insert.columns().get(j).type(), row.get(j));
            }
            sql.sql(")");
        }
    }

    /** Rows of which nothing is given: naming any column with its default stands for all. */
    private void writeDefaults(Statement.Insert insert) {
        sql.sql(" (").name(insert.table().columns().getFirst().name()).sql(") values ");
        for (int i = 0; i < insert.rows().size(); i++) sql.comma(i).sql("(default)");
    }

    void writeReturning(List<Column> returning) {
        if (returning.isEmpty()) return;
        sql.sql(" returning ");
        writeNames(returning);
    }

    void writeNames(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++)
            sql.comma(i).name(columns.get(i).name());
    }
}
