package dev.perigee.sql.hydration;

import dev.perigee.data.SelectedField;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns of a row each field of its type needs. Immutable. */
final class Needs {
    private final Map<Table, Map<String, BitSet>> byField = new IdentityHashMap<>();
    private final Map<Table, BitSet> ofJava = new IdentityHashMap<>();

    /** @param ofResolvers the columns that fields with a resolver in Java need, by {@code Type.field} */
    Needs(Model model, Map<String, List<String>> ofResolvers) {
        for (Table table : model.tables()) {
            Map<String, BitSet> fields = new HashMap<>();
            for (Column column : table.columns()) fields.put(column.fieldName(), of(List.of(column)));
            for (Relation relation : table.relations()) fields.put(relation.fieldName(), of(relation.keyColumns()));
            fields.put("__typename", new BitSet());
            byField.put(table, fields);
            ofJava.put(table, of(table.columns()));
        }
        ofResolvers.forEach((coordinate, names) -> addResolver(model, coordinate, names));
    }

    private void addResolver(Model model, String coordinate, List<String> fieldNames) {
        int dot = coordinate.indexOf('.');
        Table table = model.table(dot < 0 ? coordinate : coordinate.substring(0, dot));
        if (table == null) throw new IllegalArgumentException("No table is behind the type of " + coordinate);
        byField.getOrDefault(table, Map.of())
                .put(coordinate.substring(dot + 1), columnsOf(table, coordinate, fieldNames));
    }

    private static BitSet columnsOf(Table table, String coordinate, Collection<String> fieldNames) {
        BitSet columns = new BitSet();
        for (String name : fieldNames) {
            Column column = table.columnOfField(name);
            if (column == null) {
                throw new IllegalArgumentException(
                        coordinate + " needs \"" + name + "\", which is no column of " + table);
            }
            columns.set(column.ordinal());
        }
        return columns;
    }

    private static BitSet of(List<Column> columns) {
        BitSet set = new BitSet();
        for (Column column : columns) set.set(column.ordinal());
        return set;
    }

    /** Adds the columns that a field needs; one of which nothing is known needs all of them. */
    void add(Table table, SelectedField field, BitSet columns) {
        BitSet needed =
                byField.getOrDefault(table, Map.of()).get(field.definition().name());
        Set<String> properties = needed == null ? field.parentNeeds() : null;
        if (needed != null) columns.or(needed);
        else if (properties != null)
            columns.or(columnsOf(table, field.definition().coordinate(), properties));
        else columns.or(ofJava.getOrDefault(table, columns));
    }
}
