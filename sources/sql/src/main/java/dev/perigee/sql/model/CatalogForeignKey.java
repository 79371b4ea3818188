package dev.perigee.sql.model;

import java.util.List;

/** Columns that refer to those of a table, in pairs. */
record CatalogForeignKey(List<String> columns, TableName target, List<String> targetColumns) {
    CatalogForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
