package dev.perigee.sql.mutation;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.hydration.Recorder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The graph of {@link Games} in a database of its own, with its statements written down. */
final class GamesGraph {
    static final int CONNECTIONS = 3;

    private final TestDatabase test;
    private final Recorder recorder = new Recorder();
    private final Engine engine;

    private GamesGraph(TestDatabase test, GraphOptions options, String extension, UnaryOperator<Wiring.Builder> more) {
        this.test = test;
        Games.create(test);
        try {
            Database database = Database.of(recorder.over(test.dataSource()), CONNECTIONS, SqlLimits.DEFAULT);
            SqlSource source =
                    SqlSource.builder(database, Games.MODEL).options(options).build();
            Schema schema = SchemaReader.from(Source.of("schema", source.schema() + extension))
                    .library(SqlSource.scalars())
                    .read();
            Wiring wiring = more.apply(Wiring.builder().source(source)).build();
            this.engine = Engine.builder(schema).wiring(wiring).build();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        recorder.take();
    }

    static GamesGraph of(TestDatabase test) {
        return new GamesGraph(test, GraphOptions.DEFAULT.withMutations(), "", wiring -> wiring);
    }

    /** In a database that has the tables of an earlier test: they are emptied, and their numbers begin anew. */
    static GamesGraph fresh(TestDatabase test) {
        Games.drop(test);
        return of(test);
    }

    static GamesGraph of(TestDatabase test, GraphOptions options) {
        return new GamesGraph(test, options, "", wiring -> wiring);
    }

    static GamesGraph of(TestDatabase test, String extension, UnaryOperator<Wiring.Builder> more) {
        return new GamesGraph(test, GraphOptions.DEFAULT.withMutations(), extension, more);
    }

    Engine engine() {
        return engine;
    }

    Response run(String document) {
        return run(document, Map.of());
    }

    Response run(String document, Map<String, Object> variables) {
        return engine.execute(Request.builder(document).variables(variables).build());
    }

    /** As JSON. */
    String answer(String document) {
        return run(document).toString();
    }

    /** The statements since the last time this was called. */
    List<String> statements() {
        return recorder.take();
    }

    /** What a query in the database's own language gives, as text: a line for each row. */
    List<String> rows(String query) {
        String text = query.replace("\"", test.name().equals("MariaDB") ? "`" : "\"");
        try (Connection connection = test.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) values.add(rows.getString(i));
                lines.add(String.join(" ", values.stream().map(String::valueOf).toList()));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
