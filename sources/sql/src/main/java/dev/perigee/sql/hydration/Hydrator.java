package dev.perigee.sql.hydration;

import dev.perigee.data.Wiring;
import dev.perigee.schema.Schema;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.graph.FilterLimits;
import dev.perigee.sql.graph.FilterReader;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.GraphShape;
import dev.perigee.sql.graph.PageLimits;
import java.util.List;
import java.util.Map;

/** Binds the fields of a schema to the tables of a model. Immutable. */
public final class Hydrator {
    private final Database database;
    private final GraphShape shape;
    private final GraphNames names;
    private final FilterReader filters;
    private final PageLimits pageLimits;
    private final Needs needs;
    private final boolean isConsistent;
    private final List<Link> links;

    /**
     * @param needs the columns that fields with a resolver in Java need, by coordinate
     * @param isConsistent whether all that a query reads is as of one moment
     * @param links from objects of other sources
     */
    public Hydrator(
            Database database,
            GraphShape shape,
            GraphNames names,
            PageLimits pageLimits,
            FilterLimits filterLimits,
            Map<String, List<String>> needs,
            boolean isConsistent,
            List<Link> links) {
        this.database = database;
        this.shape = shape;
        this.names = names;
        this.filters = new FilterReader(shape, names, filterLimits);
        this.pageLimits = pageLimits;
        this.needs = new Needs(shape.model(), needs);
        this.isConsistent = isConsistent;
        this.links = List.copyOf(links);
    }

    /** Reads what mutations give back. */
    public WrittenRows writtenRows() {
        return new WrittenRows(needs, names);
    }

    /** Declares what stands behind the fields of a schema that the model has. */
    public void bind(Schema schema, Wiring.Builder wiring) {
        GraphBinder binder = new GraphBinder(shape, schema, names).find().add(links);
        binder.declare(wiring, new Hydration(database, names, filters, pageLimits, needs, isConsistent, binder.rows()));
    }
}
