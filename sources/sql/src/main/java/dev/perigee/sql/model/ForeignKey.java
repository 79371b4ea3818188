package dev.perigee.sql.model;

import java.util.List;

/** A foreign key between two tables of the model. */
record ForeignKey(Table source, List<Column> columns, Table target, List<Column> targetColumns) {
    ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Whether a row has at most one that refers to it. */
    boolean isUnique() {
        return source.isUnique(columns);
    }

    boolean isRequired() {
        return columns.stream().noneMatch(Column::isNullable);
    }

    Relation.Join toTarget() {
        return new Relation.Join(source, columns, target, targetColumns);
    }

    Relation.Join toSource() {
        return new Relation.Join(target, targetColumns, source, columns);
    }
}
