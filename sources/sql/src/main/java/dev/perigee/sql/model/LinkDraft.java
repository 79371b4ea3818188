package dev.perigee.sql.model;

import java.util.List;

/**
 * A has or a belongs-to whose names have been looked up.
 *
 * @param ownColumns of {@code owner}
 * @param otherColumns of {@code target}, as many
 */
record LinkDraft(
        Relation.Kind kind,
        RecordDraft owner,
        List<ColumnDraft> ownColumns,
        RecordDraft target,
        List<ColumnDraft> otherColumns,
        boolean isMany) {
    /** The record whose rows refer to the other's. */
    RecordDraft referring() {
        return kind == Relation.Kind.BELONGS_TO ? owner : target;
    }

    /** The columns of {@link #referring()} that refer. */
    List<ColumnDraft> references() {
        return kind == Relation.Kind.BELONGS_TO ? ownColumns : otherColumns;
    }
}
