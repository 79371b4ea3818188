package dev.perigee.sql;

import dev.perigee.data.Caller;
import dev.perigee.data.Context;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.hydration.AllowedSelection;
import dev.perigee.sql.hydration.PlainRequest;
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
import org.jspecify.annotations.Nullable;

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
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Database database;
    private final Class<T> recordClass;
    private final RecordSelection selection;
    private final boolean isSelected;
    private final Duration timeout;
    private final @Nullable Context request;
    private final @Nullable Caller caller;

    private Records(
            Database database,
            Class<T> recordClass,
            RecordSelection selection,
            boolean isSelected,
            Duration timeout,
            @Nullable Context request,
            @Nullable Caller caller) {
        this.database = database;
        this.recordClass = recordClass;
        this.selection = selection;
        this.isSelected = isSelected;
        this.timeout = timeout;
        this.request = request;
        this.caller = caller;
    }

    static <T extends Record> Records<T> of(Database database, Model model, Class<T> recordClass) {
        for (Table table : model.tables()) {
            if (table.recordClass() == recordClass) {
                RecordSelection all = RecordSelection.columns(table);
                return new Records<>(database, recordClass, all, false, TIMEOUT, null, null);
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
        return select(RecordSelection.parse(table(), selection));
    }

    /**
     * What is to be filled.
     *
     * @throws IllegalArgumentException if it is of other records
     */
    public Records<T> select(RecordSelection selection) {
        if (selection.table() != table()) {
            throw new IllegalArgumentException("A selection of " + selection.table() + " is none of " + table());
        }
        return new Records<>(database, recordClass, selection, true, timeout, request, caller);
    }

    /** How long reading may take, 30 seconds where nothing is said; as a part of a request, as long as that. */
    public Records<T> within(Duration timeout) {
        return new Records<>(database, recordClass, selection, isSelected, timeout, request, caller);
    }

    /**
     * As a part of a request: with its deadline, its cancellation and its transaction, if it has one. The request must
     * have a value of {@link dev.perigee.sql.database.Sessions}, as those of an engine with a {@link SqlSource} have.
     */
    public Records<T> in(Context request) {
        return new Records<>(database, recordClass, selection, isSelected, timeout, request, caller);
    }

    /**
     * Only what a caller may see by the annotations of the records; without a caller, all of it is for the server itself.
     * What is denied is not read: it is null, or reading is refused, as its rule says. Where nothing was selected, columns
     * that are denied are left out whatever their rules say.
     */
    public Records<T> as(Caller caller) {
        return new Records<>(database, recordClass, selection, isSelected, timeout, request, caller);
    }

    /** The table whose rows they are. */
    public Table table() {
        return selection.table();
    }

    /**
     * The records with these primary keys, in their order; a key without a record is left out.
     *
     * @param keys of the class of the column's kind ({@code Long}, {@code UUID}); of several columns, lists of them
     * @throws dev.perigee.data.ClientException if a limit is passed, the database is not there, or the caller may not see
     *     what is selected
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
        RecordSelection allowed = allowed();
        if (allowed == null) return Map.of();
        Map<Object, Object> found =
                inRequest(context -> RecordHydration.byKey(database, context, allowed, columns, keys));
        Map<K, T> records = new LinkedHashMap<>();
        for (K key : keys) {
            Object record = found.get(key);
            if (record != null) records.put(key, recordClass.cast(record));
        }
        return records;
    }

    /** The first records by primary key. @param most how many, at least 1 */
    public List<T> first(int most) throws Exception {
        return where(Condition.TRUE, most);
    }

    /** The first records by primary key, of those that a condition chooses. @param most how many, at least 1 */
    public List<T> where(Condition condition, int most) throws Exception {
        RecordSelection allowed = allowed();
        if (allowed == null) return List.of();
        List<Order> order = table().primaryKey().stream().map(Order::ascending).toList();
        List<Object> found = inRequest(
                context -> RecordHydration.list(database, context, allowed, condition, order, Page.first(most)));
        return found.stream().map(recordClass::cast).toList();
    }

    private @Nullable RecordSelection allowed() {
        return caller == null ? selection : AllowedSelection.of(selection, caller, isSelected);
    }

    /** Reads something as a part of a request. */
    @FunctionalInterface
    private interface Reading<R> {
        R read(Context context) throws Exception;
    }

    private <R> R inRequest(Reading<R> reading) throws Exception {
        if (request != null) return reading.read(request);
        try (PlainRequest own = new PlainRequest(timeout)) {
            return reading.read(own);
        }
    }
}
