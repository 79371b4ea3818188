package dev.perigee.sql.model;

import java.util.List;

/** An index of all rows, by whole columns. @param isUnique whether no two rows share their values */
record CatalogIndex(List<String> columns, boolean isUnique) {
    CatalogIndex {
        columns = List.copyOf(columns);
    }
}
