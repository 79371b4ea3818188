package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the records of one level want of the next: the relations that lead to one table by keys in one statement, and each
 * has-through in one. For one thread.
 */
final class RecordWave {
    private final Map<Table, ByKeys> byKeys = new LinkedHashMap<>();
    private final Map<Relation, Through> through = new LinkedHashMap<>();

    /** Relations that lead straight to a table. @param columns of the table, all that they want together */
    private record ByKeys(KeyedTable rows, BitSet columns) {}

    /** A has-through. @param columns of its target */
    private record Through(KeyedRows rows, BitSet columns) {}

    /** @param columns of the target, by their ordinals */
    void want(Relation relation, BitSet columns, Set<Object> keys) {
        (relation.through() == null ? byKeys(relation).columns : through(relation).columns).or(columns);
        rows(relation).add(keys.toArray());
    }

    /** Reads all that is wanted. */
    void read(Reading reading) throws Exception {
        for (var wanted : byKeys.entrySet()) {
            ByKeys of = wanted.getValue();
            of.rows.read(wanted.getKey().columns(of.columns), reading);
        }
        for (var wanted : through.entrySet()) {
            Through of = wanted.getValue();
            of.rows.read(wanted.getKey().target().columns(of.columns), reading);
        }
    }

    /** The rows that a relation leads to. */
    KeyedRows rows(Relation relation) {
        return relation.through() == null
                ? byKeys(relation).rows.by(relation.path().getFirst().toColumns())
                : through(relation).rows;
    }

    private ByKeys byKeys(Relation relation) {
        return byKeys.computeIfAbsent(relation.target(), table -> new ByKeys(new KeyedTable(table), new BitSet()));
    }

    private Through through(Relation relation) {
        return through.computeIfAbsent(relation, of -> new Through(KeyedRows.through(of), new BitSet()));
    }
}
