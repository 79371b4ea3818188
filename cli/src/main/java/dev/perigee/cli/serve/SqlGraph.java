package dev.perigee.cli.serve;

import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.graph.GraphSchema;
import dev.perigee.sql.model.DatabaseModel;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.ModelException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of a graph that a database is, as the settings have it, until {@link #close} closes its connections. */
final class SqlGraph implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlGraph.class);

    private final Database database;
    private final SqlSource source;

    private SqlGraph(Database database, SqlSource source) {
        this.database = database;
        this.source = source;
    }

    /** @throws ServeException if there is no such database, or no graph can be made of it */
    static SqlGraph open(SqlSettings settings) throws ServeException {
        Database database = connect(settings);
        try {
            return new SqlGraph(database, source(settings, database));
        } catch (ServeException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database connect(SqlSettings settings) throws ServeException {
        Driver driver = SqlDriver.find(settings.url(), settings.driver());
        try {
            return Database.connect(
                    driver,
                    settings.url(),
                    settings.user(),
                    settings.password(),
                    settings.connections(),
                    settings.limits());
        } catch (SQLException e) {
            throw new ServeException(List.of(SqlFailure.connecting(settings, e)));
        }
    }

    private static SqlSource source(SqlSettings settings, Database database) throws ServeException {
        try {
            Model model = model(settings, database);
            SqlSource source = SqlSource.builder(database, model)
                    .options(settings.options())
                    .pageLimits(settings.pageLimits())
                    .filterLimits(settings.filterLimits())
                    .consistent(settings.isConsistent())
                    .bringSchema()
                    .build();
            source.schema(); // which tells whether a graph can be made
            GraphSchema.notes(model, settings.options()).forEach(LOG::info);
            return source;
        } catch (SQLException e) {
            throw new ServeException(List.of(SqlFailure.reading(settings, e)));
        } catch (ModelException e) {
            throw new ServeException(settings.places().lines(e.problems()));
        } catch (IllegalArgumentException e) {
            throw new ServeException(List.of("No graph can be made of the database "
                    + DatabaseAddress.shown(settings.url()) + ": " + e.getMessage() + "."));
        }
    }

    private static Model model(SqlSettings settings, Database database) throws SQLException, ServeException {
        try (Connection connection = database.connection()) {
            Model model = DatabaseModel.read(connection, settings.refinement());
            if (!model.tables().isEmpty()) return model;
            String schema = connection.getSchema() == null ? connection.getCatalog() : connection.getSchema();
            throw new ServeException(List.of("There is no table in " + DatabaseAddress.shown(settings.url())
                    + (schema == null ? "" : ", schema " + schema)
                    + ". Check the URL, what the user may see, and \"schemas\" in " + SettingsReader.FILE_NAME + "."));
        }
    }

    SqlSource source() {
        return source;
    }

    @Override
    public void close() {
        database.close();
    }
}
