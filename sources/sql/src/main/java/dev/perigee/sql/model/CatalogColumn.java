package dev.perigee.sql.model;

import org.jspecify.annotations.Nullable;

/**
 * A column as the database has it.
 *
 * @param isDefaulted whether the database gives the value of a new row where none is given
 * @param isGenerated whether nobody can write it
 */
record CatalogColumn(
        String name,
        ColumnType type,
        boolean isNullable,
        boolean isDefaulted,
        boolean isGenerated,
        @Nullable String comment) {
    /** As most databases tell of a column of a view: nothing but its type. */
    CatalogColumn ofView() {
        return new CatalogColumn(name, type, true, false, false, comment);
    }
}
