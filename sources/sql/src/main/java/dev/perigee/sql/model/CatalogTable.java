package dev.perigee.sql.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or view as the database has it.
 *
 * @param primaryKey names of columns, none where there is no key
 * @param indexes with those behind keys, where the database lists them
 */
record CatalogTable(
        TableName name,
        boolean isView,
        @Nullable String comment,
        List<CatalogColumn> columns,
        List<String> primaryKey,
        List<CatalogIndex> indexes,
        List<CatalogForeignKey> foreignKeys) {
    @Nullable CatalogColumn column(String name) {
        for (CatalogColumn column : columns) {
            if (column.name().equals(name)) return column;
        }
        return null;
    }

    /** Whether the database holds that no two rows share the values of these columns, in any order. */
    boolean isUnique(List<String> some) {
        if (sameNames(primaryKey, some)) return true;
        return indexes.stream().anyMatch(index -> index.isUnique() && sameNames(index.columns(), some));
    }

    /** Whether rows are found by these columns without a look at all of them. */
    boolean isIndexed(List<String> some) {
        if (startsWith(primaryKey, some)) return true;
        return indexes.stream().anyMatch(index -> startsWith(index.columns(), some));
    }

    private static boolean sameNames(List<String> key, List<String> some) {
        return !key.isEmpty() && key.size() == some.size() && key.containsAll(some);
    }

    private static boolean startsWith(List<String> index, List<String> some) {
        return index.size() >= some.size() && index.subList(0, some.size()).containsAll(some);
    }
}
