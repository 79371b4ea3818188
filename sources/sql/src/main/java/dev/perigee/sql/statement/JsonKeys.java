package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import java.util.List;

/** Keys as one JSON list, which SQLite takes apart: one bind and one text, however many they are. */
final class JsonKeys {
    private JsonKeys() {}

    /** JSON has no bytes. */
    static boolean canHold(List<Column> columns) {
        for (Column column : columns) {
            if (column.type().kind() == Kind.BINARY) return false;
        }
        return true;
    }

    /** Writes a query that gives the keys, labelled {@code k0}, {@code k1} and so on. */
    static void writeTable(SqlWriter sql, List<Column> columns, List<List<Object>> keys) {
        sql.sql("select ");
        for (int i = 0; i < columns.size(); i++) {
            sql.comma(i);
            if (columns.size() == 1) sql.sql("value");
            else sql.sql("json_extract(value, '$[").number(i).sql("]')");
            sql.sql(" as k").number(i);
        }
        sql.sql(" from json_each(");
        sql.bind(new Bind.Json(columns.getFirst().type(), keys)).sql(")");
    }
}
