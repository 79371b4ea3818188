package dev.perigee.sql;

import dev.perigee.data.SchemaSource;
import dev.perigee.data.Wiring;
import dev.perigee.language.Source;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.Sessions;
import dev.perigee.sql.graph.AccessFit;
import dev.perigee.sql.graph.FilterLimits;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.GraphSchema;
import dev.perigee.sql.graph.GraphShape;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.graph.SqlScalars;
import dev.perigee.sql.hydration.Hydrator;
import dev.perigee.sql.hydration.Link;
import dev.perigee.sql.model.Finding;
import dev.perigee.sql.model.FittedModel;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.ModelCheck;
import dev.perigee.sql.model.ModelException;
import dev.perigee.sql.mutation.MutationBinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private static final System.Logger LOG = System.getLogger(SqlSource.class.getName());

    private final Database database;
    private final Model model;
    private final GraphOptions options;
    private final PageLimits pageLimits;
    private final FilterLimits filterLimits;
    private final Map<String, List<String>> needs;
    private final boolean isConsistent;
    private final boolean bringsSchema;
    private final List<Link> links;
    private final List<String> misfits;

    private SqlSource(Builder builder, List<String> misfits) {
        this.database = builder.database;
        this.model = builder.model;
        this.options = builder.options;
        this.pageLimits = builder.pageLimits;
        this.filterLimits = builder.filterLimits;
        this.needs = Map.copyOf(builder.needs);
        this.isConsistent = builder.isConsistent;
        this.bringsSchema = builder.bringsSchema;
        this.links = List.copyOf(builder.links);
        this.misfits = misfits;
    }

    public static Builder builder(Database database, Model model) {
        return new Builder(database, model);
    }

    public Model model() {
        return model;
    }

    public Database database() {
        return database;
    }

    /**
     * Records of one class, to be filled without a graph.
     *
     * @throws ModelException if the database does not fit the model, with all that is wrong
     */
    public <T extends Record> Records<T> records(Class<T> recordClass) {
        requireFit();
        return Records.of(database, model, recordClass);
    }

    /** The schema of the model, as SDL. */
    public String schema() {
        return GraphSchema.print(model, options);
    }

    /** The {@link #schema} where the source {@linkplain Builder#bringSchema brings} it. */
    @Override
    public List<Source> sdl() {
        return bringsSchema ? List.of(Source.of("the schema of the database", schema())) : List.of();
    }

    @Override
    public Map<String, Coercion> coercions() {
        return scalars();
    }

    /** The scalars that such a schema has, with how their values come in and go out. */
    public static Map<String, Coercion> scalars() {
        return SqlScalars.coercions();
    }

    /**
     * @throws ModelException if the database does not fit the model, with all that is wrong
     * @throws IllegalArgumentException if the schema says nothing of access rules that the model has
     */
    @Override
    public void bind(Schema schema, Wiring.Builder wiring) {
        requireFit();
        AccessFit.check(schema, model);
        wiring.value(Sessions.class, context -> new Sessions());
        GraphShape shape = GraphShape.of(model, options);
        GraphNames names = GraphNames.of(model);
        Hydrator hydrator = new Hydrator(database, shape, names, pageLimits, filterLimits, needs, isConsistent, links);
        hydrator.bind(schema, wiring);
        new MutationBinder(database, shape, names, hydrator.writtenRows()).bind(schema, wiring);
    }

    private void requireFit() {
        if (!misfits.isEmpty()) throw new ModelException(misfits);
    }

    /** Collects a {@link SqlSource}. For one thread. */
    public static final class Builder {
        private final Database database;
        private Model model;
        private final Map<String, List<String>> needs = new LinkedHashMap<>();
        private final List<Link> links = new ArrayList<>();
        private GraphOptions options = GraphOptions.DEFAULT;
        private PageLimits pageLimits = PageLimits.DEFAULT;
        private FilterLimits filterLimits = FilterLimits.DEFAULT;
        private boolean isConsistent;
        private boolean bringsSchema;

        private Builder(Database database, Model model) {
            this.database = database;
            this.model = model;
        }

        /** What of the model the graph has. */
        public Builder options(GraphOptions options) {
            this.options = options;
            return this;
        }

        /**
         * Whether all that a query reads is as of one moment: in one transaction, by one connection, one statement after
         * the other. Without, each statement sees what is committed when it runs.
         */
        public Builder consistent(boolean isConsistent) {
            this.isConsistent = isConsistent;
            return this;
        }

        /** Adds the {@link SqlSource#schema} to the graph; without, only what is written of it is there. */
        public Builder bringSchema() {
            this.bringsSchema = true;
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

        /**
         * A field of a type that is not of this database: objects of another source have rows here. It is read as a
         * relation of rows is, in batches, with the page, filter and order that its arguments ask for.
         * <pre>{@code
         * source.from("User.posts", User.class, User::getId, "authorId");
         * }</pre>
         *
         * @param coordinate of a field whose type is a table's, or a list or connection of it
         * @param objects the class of the objects that have the field
         * @param key what the rows have in {@code columns}, of the class of the column's kind or another number; null for
         *     none, of several columns the list of their values
         * @param columns by the names of their fields; at least one
         */
        public <T> Builder from(
                String coordinate,
                Class<T> objects,
                Function<? super T, ? extends @Nullable Object> key,
                String... columns) {
            links.add(Link.of(coordinate, objects, key, columns));
            return this;
        }

        /**
         * As {@link #from(String, Class, Function, String...)}, by a property of the objects, whatever their class is: a
         * message of a service, a row of another database, a record.
         * <pre>{@code
         * source.from("User.posts", "id", "authorId");
         * }</pre>
         */
        public Builder from(String coordinate, String property, String column) {
            links.add(Link.of(coordinate, property, column));
            return this;
        }

        /**
         * Compares the model with the database, unless it was read from it. What only costs, such as a relation without
         * an index, is logged. What will not work is an error as soon as the source is used; until then, the tables may
         * be missing.
         *
         * @throws SQLException if the database can't be asked
         */
        public SqlSource build() throws SQLException {
            boolean isOfRecords = model.tables().stream().anyMatch(table -> table.recordClass() != null);
            if (!isOfRecords) return new SqlSource(this, List.of());
            try (Connection connection = database.connection()) {
                model = FittedModel.of(model, connection);
                return new SqlSource(this, misfits(connection));
            }
        }

        private List<String> misfits(Connection connection) throws SQLException {
            List<String> misfits = new ArrayList<>();
            for (Finding finding : ModelCheck.check(model, connection)) {
                if (finding.severity() == Finding.Severity.ERROR) misfits.add(finding.message());
                else LOG.log(System.Logger.Level.WARNING, finding.message());
            }
            return List.copyOf(misfits);
        }
    }
}
