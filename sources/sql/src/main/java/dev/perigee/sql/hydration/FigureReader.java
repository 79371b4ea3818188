package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Session.RowReader;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Statement.Figure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the result of an aggregate: figures by key. For one thread. */
final class FigureReader implements RowReader {
    private final Dialect dialect;
    private final List<Column> key;
    private final List<Figure> figures;
    private final List<SqlType> types;
    private final Map<Object, Figures> byKey = new HashMap<>();

    /** @param key none for figures about a table as a whole, which stand under the key {@link ReadRows#WHOLE} */
    FigureReader(Dialect dialect, List<Column> key, List<Figure> figures) {
        this.dialect = dialect;
        this.key = key;
        this.figures = figures;
        this.types = figures.stream().map(FigureReader::type).toList();
    }

    private static SqlType type(Figure figure) {
        Column column = figure.column();
        if (column == null) return SqlType.of(Kind.BIGINT);
        return switch (figure.function()) {
            case COUNT -> SqlType.of(Kind.BIGINT);
            case MIN, MAX -> column.type();
            case SUM, AVERAGE -> SqlType.of(column.type().kind() == Kind.DOUBLE ? Kind.DOUBLE : Kind.DECIMAL);
        };
    }

    @Override
    public void read(ResultSet result) throws SQLException {
        @Nullable Object[] values = new Object[figures.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dialect.read(result, key.size() + 1 + i, types.get(i));
        }
        byKey.put(key.isEmpty() ? ReadRows.WHOLE : key(result), new Figures(figures, values));
    }

    private Object key(ResultSet result) throws SQLException {
        List<Object> parts = new ArrayList<>(key.size());
        for (int i = 0; i < key.size(); i++) {
            Object part = dialect.read(result, i + 1, key.get(i).type());
            if (part == null) throw new IllegalStateException("A key of " + key + " is null");
            parts.add(part);
        }
        return parts.size() == 1 ? parts.getFirst() : List.copyOf(parts);
    }

    Map<Object, Figures> byKey() {
        return byKey;
    }
}
