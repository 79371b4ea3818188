package dev.perigee.sql.hydration;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Document;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.model.Model;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The graph of a model over a test's database, with its statements written down. */
final class TestGraph {
    private final Recorder recorder = new Recorder();
    private final Database database;
    private final Engine engine;

    static TestGraph of(TestDatabase test, Model model) {
        return of(test, model, SqlLimits.DEFAULT, source -> source, schema -> schema);
    }

    static TestGraph of(
            TestDatabase test,
            Model model,
            SqlLimits limits,
            UnaryOperator<SqlSource.Builder> more,
            UnaryOperator<String> schema) {
        return new TestGraph(test, model, limits, more, schema, wiring -> {});
    }

    /** With more behind the schema than the database. */
    static TestGraph of(
            TestDatabase test,
            Model model,
            UnaryOperator<SqlSource.Builder> more,
            UnaryOperator<String> schema,
            Consumer<Wiring.Builder> wire) {
        return new TestGraph(test, model, SqlLimits.DEFAULT, more, schema, wire);
    }

    private TestGraph(
            TestDatabase test,
            Model model,
            SqlLimits limits,
            UnaryOperator<SqlSource.Builder> more,
            UnaryOperator<String> schema,
            Consumer<Wiring.Builder> wire) {
        SqlSource source;
        try {
            this.database = Database.of(recorder.over(test.dataSource()), 4, limits);
            source = more.apply(SqlSource.builder(database, model)).build();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Wiring.Builder wiring = Wiring.builder().source(source);
        wire.accept(wiring);
        this.engine = Engine.builder(schema(schema.apply(source.schema())))
                .wiring(wiring.build())
                .build();
        recorder.take();
    }

    private static Schema schema(String sdl) {
        return SchemaReader.from(Source.of("schema", sdl))
                .library(SqlSource.scalars())
                .read();
    }

    Engine engine() {
        return engine;
    }

    /** The plan of a document's first operation, for people. */
    String plan(String query) {
        Document document = Parser.parse(Source.of("query", query));
        return engine.plan(
                        document, (OperationDefinition) document.definitions().getFirst())
                .print();
    }

    Response run(String document) {
        return run(document, Map.of());
    }

    Response run(String document, Map<String, Object> variables) {
        return engine.execute(Request.builder(document).variables(variables).build());
    }

    Database database() {
        return database;
    }

    /** How many rows of all requests were read so far. */
    long rows() {
        return recorder.rows();
    }

    /** The statements of all requests since the last time this was called. */
    List<String> statements() {
        return recorder.take();
    }
}
