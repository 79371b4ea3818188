package dev.perigee.sql.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as its record describes it.
 *
 * @param columns in the order of their components
 * @param key components
 * @param uniqueKeys components by the finder that they are the key of
 */
record RecordDraft(
        Class<? extends Record> recordClass,
        dev.perigee.sql.@Nullable Table annotation,
        String typeName,
        List<ColumnDraft> columns,
        List<String> key,
        Map<String, List<String>> uniqueKeys,
        List<RelationDraft> relations) {
    @Nullable String schema() {
        return annotation == null || annotation.schema().isEmpty() ? null : annotation.schema();
    }

    String tableName() {
        return annotation == null || annotation.value().isEmpty()
                ? Words.of(recordClass.getSimpleName()).snakeCase()
                : annotation.value();
    }

    @Nullable String description() {
        return annotation == null || annotation.description().isEmpty() ? null : annotation.description();
    }

    boolean isReadOnly() {
        return annotation != null && annotation.readOnly();
    }

    @Nullable ColumnDraft column(String component) {
        for (ColumnDraft column : columns) {
            if (column.component().equals(component)) return column;
        }
        return null;
    }

    @Nullable RelationDraft relation(String component) {
        for (RelationDraft relation : relations) {
            if (relation.component().equals(component)) return relation;
        }
        return null;
    }

    boolean isUnique(List<String> components) {
        if (sameComponents(key, components)) return true;
        return uniqueKeys.values().stream().anyMatch(unique -> sameComponents(unique, components));
    }

    String columnNames() {
        return columns.stream().map(ColumnDraft::component).collect(Collectors.joining(", "));
    }

    String relationNames() {
        return relations.stream().map(RelationDraft::component).collect(Collectors.joining(", "));
    }

    /** For messages. */
    String place() {
        return recordClass.getSimpleName();
    }

    String place(String component) {
        return place() + "." + component;
    }

    private static boolean sameComponents(List<String> key, List<String> some) {
        return !key.isEmpty() && key.size() == some.size() && key.containsAll(some);
    }
}
