package dev.perigee.bench.sql;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.model.Model;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Perigee, with the graph that it makes of the model. */
final class PerigeeSql implements Answer {
    static final String DOCUMENT =
            "{ artists(first: 10) { nodes { name albums { title tracks { name milliseconds } } } } }";

    private static final String ALBUM = "query($id: ID!) { album(id: $id) { title tracks { name } } }";

    private final Engine engine;
    private final String document;

    /** The media store's artists, with lists where others have many rows. */
    PerigeeSql(DataSource pool) throws SQLException {
        this(pool, MediaStore.MODEL, GraphOptions.ToMany.LISTS, DOCUMENT);
    }

    PerigeeSql(DataSource pool, Model model, GraphOptions.ToMany toMany, String document) throws SQLException {
        Database database = Database.of(pool, 10, SqlLimits.DEFAULT);
        SqlSource source = SqlSource.builder(database, model)
                .options(GraphOptions.DEFAULT.with(toMany))
                .build();
        var schema = SchemaReader.from(Source.of("schema", source.schema()))
                .library(SqlSource.scalars())
                .read();
        this.document = document;
        this.engine = Engine.builder(schema)
                .wiring(Wiring.builder().source(source).build())
                .build();
    }

    @Override
    public byte[] bytes() {
        return engine.execute(Request.of(document)).bytes();
    }

    /** One album with its tracks. */
    Response album(long id) {
        return engine.execute(Request.builder(ALBUM)
                .variables(Map.of("id", Long.toString(id)))
                .build());
    }

    /** The statements that it sends, as its own explanation tells them. */
    List<String> statements() {
        var explained =
                engine.execute(Request.builder(document).explain(true).build()).asMap();
        List<String> texts = new ArrayList<>();
        collect(explained.get("extensions"), texts);
        return texts;
    }

    private static void collect(@Nullable Object part, List<String> texts) {
        switch (part) {
            case Map<?, ?> map -> {
                if (map.get("text") instanceof String text) texts.add(text);
                map.values().forEach(value -> collect(value, texts));
            }
            case List<?> list -> list.forEach(item -> collect(item, texts));
            case null, default -> {} // nothing is below it
        }
    }
}
