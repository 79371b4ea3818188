package dev.perigee.sql.hydration;

import dev.perigee.language.Document;
import dev.perigee.language.Field;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.Source;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.RecordMaker;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Page;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is selected of a table's records: columns, and relations with what is selected of theirs. Immutable; shared.
 *
 * @param columns by ordinal, those that the records are to have
 * @param maker of the records
 * @param most how many records of each parent, where a relation leads to several: the first by primary key;
 *     {@link Page#NO_LIMIT} for all
 */
public record RecordSelection(
        Table table, BitSet columns, Map<Relation, RecordSelection> relations, RecordMaker maker, int most) {
    public RecordSelection {
        columns = (BitSet) columns.clone();
        if (most < 1) throw new IllegalArgumentException("most: " + most + " (at least 1)");
        relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
    }

    /** All columns, and no relation. */
    public static RecordSelection columns(Table table) {
        BitSet all = new BitSet();
        all.set(0, table.columns().size());
        return of(table, all, Map.of());
    }

    /**
     * Reads a selection written as in GraphQL: {@code { username players { name } }}.
     *
     * @throws IllegalArgumentException if it is none, or selects what the table doesn't have
     */
    public static RecordSelection parse(Table table, String text) {
        Document document = Parser.parse(Source.of("selection", text));
        if (document.definitions().size() != 1
                || !(document.definitions().getFirst() instanceof OperationDefinition operation)) {
            throw new IllegalArgumentException("A selection is fields in braces, not: " + text);
        }
        return of(table, operation.selectionSet());
    }

    /**
     * Some columns and relations.
     *
     * @param columns by their ordinals
     * @throws IllegalArgumentException if no record describes the table
     */
    public static RecordSelection of(Table table, BitSet columns, Map<Relation, RecordSelection> relations) {
        Class<? extends Record> recordClass = table.recordClass();
        if (recordClass == null) throw new IllegalArgumentException("No record describes the table " + table);
        return new RecordSelection(table, columns, relations, RecordMaker.of(recordClass), Page.NO_LIMIT);
    }

    private static RecordSelection of(Table table, SelectionSet selected) {
        BitSet columns = new BitSet();
        Map<Relation, RecordSelection> relations = new LinkedHashMap<>();
        for (Selection selection : selected.selections()) {
            if (!(selection instanceof Field field) || !field.arguments().isEmpty()) {
                throw new IllegalArgumentException("A selection of records has fields without arguments only");
            }
            Column column = table.columnOfField(field.name());
            Relation relation = table.relation(field.name());
            SelectionSet below = field.selectionSet();
            if (column != null && below == null) {
                columns.set(column.ordinal());
            } else if (relation != null && below != null) {
                relations.merge(relation, of(relation.target(), below), RecordSelection::and);
            } else {
                throw new IllegalArgumentException(table.typeName() + " has no "
                        + (below == null ? "column" : "relation") + " \"" + field.name() + "\" to select");
            }
        }
        return of(table, columns, relations);
    }

    private RecordSelection and(RecordSelection other) {
        BitSet both = (BitSet) columns.clone();
        both.or(other.columns);
        Map<Relation, RecordSelection> merged = new LinkedHashMap<>(relations);
        other.relations.forEach((relation, selection) -> merged.merge(relation, selection, RecordSelection::and));
        return new RecordSelection(table, both, merged, maker, Math.max(most, other.most));
    }

    /** The same of the first records of each parent only. @param most at least 1 */
    public RecordSelection first(int most) {
        return new RecordSelection(table, columns, relations, maker, most);
    }

    /** The columns to be read: those that relations start from are needed, too. */
    BitSet read() {
        BitSet read = columns();
        for (Relation relation : relations.keySet()) {
            relation.keyColumns().forEach(key -> read.set(key.ordinal()));
        }
        return read;
    }

    @Override
    public BitSet columns() {
        return (BitSet) columns.clone();
    }
}
