package dev.perigee.sql.hydration;

import dev.perigee.data.Context;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Fills records for Java code, as a part of a request. */
public final class RecordHydration {
    private RecordHydration() {}

    /** The records with these keys; a key without a row is left out. @param key unique columns */
    public static Map<Object, Object> byKey(
            Database database, Context request, RecordSelection selection, List<Column> key, Collection<?> keys)
            throws Exception {
        return keys.isEmpty() ? Map.of() : reader(database, request).byKey(selection, key, keys);
    }

    /** The records that a condition chooses, in order. */
    public static List<Object> list(
            Database database,
            Context request,
            RecordSelection selection,
            Condition where,
            List<Order> order,
            Page page)
            throws Exception {
        return reader(database, request).list(selection, where, order, page);
    }

    private static RecordReader reader(Database database, Context request) {
        return new RecordReader(Reading.of(database.session(request)));
    }
}
