package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Session.RowReader;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Statement.Figure;
import dev.perigee.sql.statement.Statement.Function;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the result of an aggregate: figures by key. For one thread. */
final class FigureReader implements RowReader {
    private final Dialect dialect;
    private final KeyReading key;
    private final int figuresAt;
    private final List<Figure> figures;
    private final List<SqlType> types;
    private final Map<Object, Figures> byKey = new HashMap<>();

    /** @param key none for figures about a table as a whole, which stand under the key {@link KeyReading#WHOLE} */
    FigureReader(Dialect dialect, List<Column> key, List<Figure> figures) {
        this.dialect = dialect;
        this.key = new KeyReading(dialect, key, 1);
        this.figuresAt = 1 + key.size();
        this.figures = figures;
        this.types = figures.stream().map(FigureReader::type).toList();
    }

    /** An average is a Float of the graph, with the same digits for every database. */
    private static SqlType type(Figure figure) {
        return figure.function() == Function.AVERAGE ? SqlType.of(Kind.DOUBLE) : figure.type();
    }

    @Override
    public void read(ResultSet result) throws SQLException {
        @Nullable Object[] values = new Object[figures.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dialect.read(result, figuresAt + i, types.get(i));
        }
        byKey.put(key.read(result), new Figures(figures, values));
    }

    Map<Object, Figures> byKey() {
        return byKey;
    }
}
