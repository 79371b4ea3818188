package dev.perigee.sql.hydration;

import dev.perigee.data.PlannedLoad.Feed;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.data.Wiring.Coordinate;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.graph.FilterReader;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all fields of a database's graph share. Immutable.
 *
 * @param isConsistent whether all that a query reads is as of one moment
 * @param fields those whose values are made of rows
 */
record Hydration(
        Database database,
        GraphNames names,
        FilterReader filters,
        PageLimits pageLimits,
        Needs needs,
        boolean isConsistent,
        Map<Coordinate, RowsField> fields) {
    Hydration {
        fields = Map.copyOf(fields);
    }

    /** What a batch of a request reads. */
    Reading reading(List<? extends Feed> feeds, SourceRun run) throws Exception {
        Session session = database.session(run.context());
        if (run.isMutation()) run.atEndOfField(session.known()::clear); // the next field may be Java code that writes
        if (isConsistent && !run.isMutation()) session.beginSnapshot();
        return Reading.of(session, feeds, run);
    }

    /** What fields that read a table want of it; to be added. @param relation null if they go by none */
    Wanted wanted(Table table, @Nullable Relation relation, SourceRun run) {
        return new Wanted(table, relation, needs, names, run);
    }

    /** @throws IllegalArgumentException if the field's value is not made of rows */
    RowsField field(SelectedField field) {
        Coordinate coordinate =
                new Coordinate(field.parentType().name(), field.definition().name());
        RowsField known = fields.get(coordinate);
        if (known == null) throw new IllegalArgumentException(coordinate + " is not read from the database");
        return known;
    }
}
