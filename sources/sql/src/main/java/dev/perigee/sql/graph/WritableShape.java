package dev.perigee.sql.graph;

import dev.perigee.sql.graph.GraphOptions.HiddenInputs;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a model can be written through its graph: which rows are created, updated and deleted, and by which columns.
 * Immutable; safe to share between threads.
 */
public final class WritableShape {
    private final GraphShape shape;

    WritableShape(GraphShape shape) {
        this.shape = shape;
    }

    public boolean canCreate(Table table) {
        return isWritable(table) && canInsert(table, List.of());
    }

    public boolean canUpdate(Table table) {
        return isWritable(table)
                && shape.hasKeyField(table)
                && !updateColumns(table).isEmpty();
    }

    public boolean canDelete(Table table) {
        return isWritable(table) && shape.hasKeyField(table);
    }

    /** The columns that are given to create a row. */
    public List<Column> createColumns(Table table) {
        return table.columns().stream()
                .filter(column -> isInput(column)
                        && (!column.isHidden()
                                || (mustBeGiven(column) && shape.options().hiddenInputs() == HiddenInputs.REQUIRED)))
                .toList();
    }

    /** The columns that can be given a new value: neither the key, nor what only the database or nobody may write. */
    public List<Column> updateColumns(Table table) {
        return shape.columns(table).stream()
                .filter(column -> isInput(column) && !table.primaryKey().contains(column))
                .toList();
    }

    /** The version column that an update can be made conditional on, null where there is none to be seen. */
    public @Nullable Column checkedVersion(Table table) {
        Column version = table.versionColumn();
        return version == null || version.isHidden() ? null : version;
    }

    /** Whether a new row can't do without a value for the column. */
    public boolean mustBeGiven(Column column) {
        return isInput(column) && !column.isNullable() && !column.is(Trait.DEFAULTED);
    }

    /** The relations whose rows can be created together with a row of the table: has, to tables that can be written. */
    public List<Relation> nestedCreates(Table table) {
        if (!isWritable(table)) return List.of();
        return shape.relations(table).stream()
                .filter(relation -> relation.kind() == Relation.Kind.HAS)
                .filter(relation -> isWritable(relation.target())
                        && canInsert(
                                relation.target(), relation.path().getFirst().toColumns()))
                .toList();
    }

    /** The columns that are given of a row that is created so: without those that refer to the owner. */
    public List<Column> nestedCreateColumns(Relation relation) {
        List<Column> referring = relation.path().getFirst().toColumns();
        return createColumns(relation.target()).stream()
                .filter(column -> !referring.contains(column))
                .toList();
    }

    /** Hidden columns that must be given and can't, on account of which there is no create mutation. */
    List<Column> missingInputs(Table table, List<Column> given) {
        List<Column> inputs = createColumns(table);
        return table.columns().stream()
                .filter(column -> mustBeGiven(column) && !inputs.contains(column) && !given.contains(column))
                .toList();
    }

    private boolean canInsert(Table table, List<Column> given) {
        boolean hasInput = createColumns(table).stream().anyMatch(column -> !given.contains(column));
        return hasInput && missingInputs(table, given).isEmpty();
    }

    boolean isWritable(Table table) {
        return shape.options().mutations()
                && GraphShape.isShown(table)
                && !table.isReadOnly()
                && !table.primaryKey().isEmpty();
    }

    private static boolean isInput(Column column) {
        return !column.is(Trait.GENERATED) && !column.is(Trait.VERSION);
    }
}
