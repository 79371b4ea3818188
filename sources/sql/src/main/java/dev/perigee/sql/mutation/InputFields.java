package dev.perigee.sql.mutation;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.List;

/**
 * What an input object of a table may have. Immutable.
 *
 * @param columns by their ordinals
 * @param relations whose rows are created with the row
 */
record InputFields(Table table, List<Column> columns, List<Relation> relations) {
    InputFields {
        columns = List.copyOf(columns);
        relations = List.copyOf(relations);
    }
}
