package dev.perigee.sql;

import dev.perigee.sql.database.Database;
import dev.perigee.sql.hydration.RecordHydration;
import dev.perigee.sql.hydration.RecordSelection;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records filled from a database under a selection, without a graph: only the columns selected are read, and each relation
 * of each level in one statement for all records. What is not selected is null, or zero. Immutable; thread-safe.
 *
 * <pre>{@code
 * Records<Player> players = source.records(Player.class).select("{ name parent { username } guilds { name } }");
 * Map<Object, Player> found = players.byKey(List.of(1L, 2L));
 * }</pre>
 */
public final class Records<T extends Record> {
    private final Database database;
    private final Class<T> recordClass;
    private final RecordSelection selection;
    private final Duration timeout;

    private Records(Database database, Class<T> recordClass, RecordSelection selection, Duration timeout) {
        this.database = database;
        this.recordClass = recordClass;
        this.selection = selection;
        this.timeout = timeout;
    }

    static <T extends Record> Records<T> of(Database database, Model model, Class<T> recordClass) {
        for (Table table : model.tables()) {
            if (table.recordClass() == recordClass) {
                return new Records<>(database, recordClass, RecordSelection.columns(table), Duration.ofSeconds(30));
            }
        }
        throw new IllegalArgumentException("No table of the model is described by " + recordClass.getName());
    }

    /**
     * What is to be filled, written as in GraphQL; all columns and no relation where nothing is said.
     *
     * @throws IllegalArgumentException if the records have no such fields
     */
    public Records<T> select(String selection) {
        return new Records<>(database, recordClass, RecordSelection.parse(table(), selection), timeout);
    }

    /** How long reading may take, 30 seconds where nothing is said. */
    public Records<T> within(Duration timeout) {
        return new Records<>(database, recordClass, selection, timeout);
    }

    /**
     * The records with these primary keys, in their order; a key without a record is left out.
     *
     * @param keys of the class of the column's kind ({@code Long}, {@code UUID}); of several columns, lists of them
     * @throws dev.perigee.data.ClientException if a limit is passed, or the database is not there
     */
    public <K> Map<K, T> byKey(Collection<K> keys) throws Exception {
        return byColumns(table().primaryKey(), keys);
    }

    /** As {@link #byKey}, by the unique key of a finder, such as {@code findByUsername}. */
    public <K> Map<K, T> by(String finder, Collection<K> keys) throws Exception {
        for (Table.UniqueKey key : table().uniqueKeys()) {
            if (key.finderName().equals(finder)) return byColumns(key.columns(), keys);
        }
        throw new IllegalArgumentException(table().typeName() + " has no @Unique(\"" + finder + "\")");
    }

    private <K> Map<K, T> byColumns(List<Column> columns, Collection<K> keys) throws Exception {
        Map<Object, Object> found = RecordHydration.byKey(database, timeout, selection, columns, keys);
        Map<K, T> records = new LinkedHashMap<>();
        for (K key : keys) {
            Object record = found.get(key);
            if (record != null) records.put(key, recordClass.cast(record));
        }
        return records;
    }

    /** The first records by primary key. @param most how many, at least 1 */
    public List<T> first(int most) throws Exception {
        List<Order> order = table().primaryKey().stream().map(Order::ascending).toList();
        return RecordHydration.list(database, timeout, selection, Condition.TRUE, order, Page.first(most)).stream()
                .map(recordClass::cast)
                .toList();
    }

    private Table table() {
        return selection.table();
    }
}
