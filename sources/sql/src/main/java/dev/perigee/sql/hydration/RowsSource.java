package dev.perigee.sql.hydration;

import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.hydration.RowsField.OfKey;
import dev.perigee.sql.hydration.RowsField.OfLink;
import dev.perigee.sql.hydration.RowsField.OfRelation;
import dev.perigee.sql.hydration.RowsField.OfTable;
import dev.perigee.sql.model.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads the fields of a database's graph whose values are made of rows. Fields that read rows of one table by nothing but
 * keys go together, whatever the keys; fields with a page, a filter or an order only where all of these, and the way to
 * the rows, are the same.
 */
record RowsSource(Hydration hydration) implements LoadSource {
    /** Fields that read a table by keys alone. */
    private record ByKeys(Database database, Table table) {}

    /** Fields that read the rows at the end of one way by the same arguments. */
    private record ByArguments(Database database, Object way, Form form, String arguments) {}

    @Override
    public Object mergeKey(SelectedField field) {
        RowsField rows = hydration.field(field);
        return rows.isByKeys()
                ? new ByKeys(hydration.database(), rows.table())
                : new ByArguments(hydration.database(), way(rows), rows.form(), field.argumentText());
    }

    /** Where the rows come from: relations that lead the same way are alike, whatever they are called. */
    private static Object way(RowsField rows) {
        return switch (rows) {
            case OfRelation relation -> relation.relation().path();
            case OfLink link -> link.keyColumns();
            case OfKey key -> key.key();
            case OfTable table -> table.table();
        };
    }

    @Override
    public @Nullable Set<String> parentNeeds(SelectedField field) {
        String property =
                hydration.field(field) instanceof OfLink link ? link.link().property() : null;
        return property == null ? null : Set.of(property);
    }

    @Override
    public PlannedLoad plan(List<? extends SelectedField> fields) {
        RowsField first = hydration.field(fields.getFirst());
        return first.isByKeys() ? new KeysLoad(hydration, fields) : new PageLoad(hydration, first, fields);
    }
}
