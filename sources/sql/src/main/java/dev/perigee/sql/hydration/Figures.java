package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.statement.Statement.Figure;
import dev.perigee.sql.statement.Statement.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures about the rows of a connection. Immutable. */
final class Figures {
    /** How many rows there are. */
    static final Figure COUNT = new Figure(Function.COUNT, null);

    private final List<Figure> figures;
    private final @Nullable Object[] values;

    /** @param values one for each figure */
    Figures(List<Figure> figures, @Nullable Object[] values) {
        this.figures = figures;
        this.values = values;
    }

    /** Of no rows: none are counted, and nothing else is known. */
    static Figures ofNothing(List<Figure> figures) {
        @Nullable Object[] values = new Object[figures.size()];
        int count = figures.indexOf(COUNT);
        if (count >= 0) values[count] = 0L;
        return new Figures(figures, values);
    }

    long count() {
        Object count = values[figures.indexOf(COUNT)];
        return count instanceof Number number ? number.longValue() : 0;
    }

    @Nullable Object of(Function function, Column column) {
        return values[figures.indexOf(new Figure(function, column))];
    }

    /** The function that a field of an aggregate stands for, null if it is none of them. */
    static @Nullable Function function(String fieldName) {
        return switch (fieldName) {
            case "min" -> Function.MIN;
            case "max" -> Function.MAX;
            case "sum" -> Function.SUM;
            case "average" -> Function.AVERAGE;
            default -> null;
        };
    }
}
