package dev.perigee.sql.hydration;

import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import org.jspecify.annotations.Nullable;

/** The fields of has-through's edges that are columns of join rows. */
final class EdgeFields {
    private EdgeFields() {}

    /** The column of the join row behind an edge's field, null where there is none or it is hidden. */
    static @Nullable Column column(Relation relation, String fieldName, GraphNames names) {
        Table through = relation.through();
        if (through == null) return null;
        for (Column column : through.columns()) {
            if (!column.isHidden() && names.edgeField(relation, column).equals(fieldName)) return column;
        }
        return null;
    }
}
