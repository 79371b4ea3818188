package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Page;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the records of one level want of the next: the relations that lead to one table by keys in one statement, and each
 * has-through, or limited one, in one. For one thread.
 */
final class RecordWave {
    private final Map<Table, ByKeys> byKeys = new LinkedHashMap<>();
    private final Map<Way, Alone> alone = new LinkedHashMap<>();

    /** Relations that lead straight to a table. @param columns of the table, all that they want together */
    private record ByKeys(KeyedTable rows, BitSet columns) {}

    /** A relation that has a statement to itself. @param most the rows of each key */
    private record Way(Relation relation, int most) {}

    /** @param columns of the relation's target */
    private record Alone(KeyedRows rows, BitSet columns) {}

    /** @param selected what of the target */
    void want(Relation relation, RecordSelection selected, Set<Object> keys) {
        BitSet columns = isAlone(relation, selected) ? alone(relation, selected).columns : byKeys(relation).columns;
        columns.or(selected.read());
        rows(relation, selected).add(keys.toArray());
    }

    /** Reads all that is wanted. */
    void read(Reading reading) throws Exception {
        for (var wanted : byKeys.entrySet()) {
            ByKeys of = wanted.getValue();
            of.rows.read(wanted.getKey().columns(of.columns), reading);
        }
        for (var wanted : alone.entrySet()) {
            Alone of = wanted.getValue();
            of.rows.read(wanted.getKey().relation.target().columns(of.columns), reading);
        }
    }

    /** The rows that a relation leads to. */
    KeyedRows rows(Relation relation, RecordSelection selected) {
        return isAlone(relation, selected)
                ? alone(relation, selected).rows
                : byKeys(relation).rows.by(relation.path().getFirst().toColumns());
    }

    private static boolean isAlone(Relation relation, RecordSelection selected) {
        return relation.through() != null || selected.most() != Page.NO_LIMIT;
    }

    private ByKeys byKeys(Relation relation) {
        return byKeys.computeIfAbsent(relation.target(), table -> new ByKeys(new KeyedTable(table), new BitSet()));
    }

    private Alone alone(Relation relation, RecordSelection selected) {
        return alone.computeIfAbsent(
                new Way(relation, selected.most()),
                way -> new Alone(KeyedRows.of(relation, new Page(way.most, false, null, null)), new BitSet()));
    }
}
