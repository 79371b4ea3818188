package dev.perigee.sql;

import dev.perigee.data.SchemaSource;
import dev.perigee.data.Wiring;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.Sessions;
import dev.perigee.sql.graph.FilterLimits;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.GraphSchema;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.graph.SqlScalars;
import dev.perigee.sql.hydration.Hydrator;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.mutation.MutationBinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A database as a source of a graph. It stands behind each type and field of a schema that has the name of a table, column
 * or relation of its model, whether the schema is {@link #schema() made from the model} or written by hand; resolvers in
 * Java and other sources may have all the others, also of the same types. Immutable.
 *
 * <pre>{@code
 * Database database = Database.connect("jdbc:h2:mem:blog", null, null, 10, SqlLimits.DEFAULT);
 * SqlSource posts = SqlSource.builder(database, RecordModels.of(Post.class)).build();
 * Wiring wiring = Wiring.builder().source(posts).build();
 * }</pre>
 */
public final class SqlSource implements SchemaSource {
    private final Database database;
    private final Model model;
    private final GraphOptions options;
    private final PageLimits pageLimits;
    private final FilterLimits filterLimits;
    private final Map<String, List<String>> needs;

    private SqlSource(Builder builder) {
        this.database = builder.database;
        this.model = builder.model;
        this.options = builder.options;
        this.pageLimits = builder.pageLimits;
        this.filterLimits = builder.filterLimits;
        this.needs = Map.copyOf(builder.needs);
    }

    public static Builder builder(Database database, Model model) {
        return new Builder(database, model);
    }

    public Model model() {
        return model;
    }

    /** The schema of the model, as SDL. */
    public String schema() {
        return GraphSchema.print(model, options);
    }

    /** The scalars that such a schema has, with how their values come in and go out. */
    public static Map<String, Coercion> scalars() {
        return SqlScalars.coercions();
    }

    @Override
    public void bind(Schema schema, Wiring.Builder wiring) {
        wiring.value(Sessions.class, context -> new Sessions());
        Hydrator hydrator = new Hydrator(database, model, options, pageLimits, filterLimits, needs);
        hydrator.bind(schema, wiring);
        new MutationBinder(database, model, options, hydrator.writtenRows()).bind(schema, wiring);
    }

    /** Collects a {@link SqlSource}. For one thread. */
    public static final class Builder {
        private final Database database;
        private final Model model;
        private final Map<String, List<String>> needs = new LinkedHashMap<>();
        private GraphOptions options = GraphOptions.DEFAULT;
        private PageLimits pageLimits = PageLimits.DEFAULT;
        private FilterLimits filterLimits = FilterLimits.DEFAULT;

        private Builder(Database database, Model model) {
            this.database = database;
            this.model = model;
        }

        /** What of the model the graph has. */
        public Builder options(GraphOptions options) {
            this.options = options;
            return this;
        }

        /** How many rows a page has. */
        public Builder pageLimits(PageLimits limits) {
            this.pageLimits = limits;
            return this;
        }

        /** How large filters may be. */
        public Builder filterLimits(FilterLimits limits) {
            this.filterLimits = limits;
            return this;
        }

        /**
         * Says which columns a resolver reads of its record; all of them are read where nothing is said.
         *
         * @param coordinate such as {@code Post.author}
         * @param columns by the names of their fields, such as {@code authorId}
         */
        public Builder needs(String coordinate, String... columns) {
            needs.put(coordinate, List.of(columns));
            return this;
        }

        public SqlSource build() {
            return new SqlSource(this);
        }
    }
}
