package dev.perigee.sql.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way from a row to rows of the same or another table. Immutable.
 *
 * @param fieldName of the graph, such as {@code author}
 * @param kind how it was declared
 * @param path the joins that lead to the target, at least one; more than one only of {@link Kind#HAS_THROUGH}
 * @param isMany whether a row may have several
 * @param isDistinct of has-through: whether a target that several join rows lead to is given once instead of each time;
 *     always so by way of more than one table, where nothing would tell the repetitions apart
 * @param isRequired of a belongs-to: whether a row always has one (its columns are not null, and a foreign key holds them)
 * @param description for the schema, null where there is none
 */
public record Relation(
        String fieldName,
        Kind kind,
        List<Join> path,
        boolean isMany,
        boolean isDistinct,
        boolean isRequired,
        @Nullable String description) {
    /** The associations, by the words of ActiveRecord. */
    public enum Kind {
        /** The other table's rows refer to this one. */
        HAS,
        /** This table's rows refer to the other one. */
        BELONGS_TO,
        /** By way of rows of other tables. */
        HAS_THROUGH
    }

    public Relation {
        path = List.copyOf(path);
        if (path.isEmpty()) throw new IllegalArgumentException("The relation " + fieldName + " leads nowhere");
        isDistinct |= path.size() > 2;
    }

    /** The table that it leads to. */
    public Table target() {
        return path.getLast().to();
    }

    /** The table whose rows have it. */
    public Table owner() {
        return path.getFirst().from();
    }

    /** The columns of the owner that it starts from. */
    public List<Column> keyColumns() {
        return path.getFirst().fromColumns();
    }

    /** Of has-through, the table whose rows lead to the targets; null of others. */
    public @Nullable Table through() {
        return path.size() < 2 ? null : path.getLast().from();
    }

    /**
     * Two tables joined where columns are equal, in pairs. A row with null in one of its columns has no partner.
     *
     * @param fromColumns of {@code from}, at least one
     * @param toColumns of {@code to}, as many
     */
    public record Join(Table from, List<Column> fromColumns, Table to, List<Column> toColumns) {
        public Join {
            fromColumns = List.copyOf(fromColumns);
            toColumns = List.copyOf(toColumns);
            if (fromColumns.isEmpty() || fromColumns.size() != toColumns.size()) {
                throw new IllegalArgumentException(
                        "A join of " + from + " and " + to + " by columns " + fromColumns + " and " + toColumns);
            }
        }
    }
}
