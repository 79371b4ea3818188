package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as data. Immutable. A {@link Dialect} writes it. */
public sealed interface Statement {
    /** The table that it is about. */
    Table table();

    /**
     * Reads rows. The result's columns are, in this order: {@link Keys#columns()} if there are keys, {@code edge}, then
     * {@code columns}. Rows of one parent are in order, whatever lies between them.
     *
     * @param columns of {@code table}; may be none
     * @param edge columns of the last join's first table, which has-through goes by: empty where there are no joins
     * @param keys null to read the table as a whole
     * @param distinct whether a row that several joins lead to is read once for each key; {@code edge} is empty then
     * @param order complete: no two rows (of one key) are equal by it, unless {@code table} has no key at all; columns of
     *     {@code table}, but for those at the end that {@code edgeOrder} counts
     * @param edgeOrder how many of the last entries of {@code order} are columns of the table that {@code edge} is of,
     *     which tell join rows apart that lead to one row
     */
    record Select(
            Table table,
            List<Column> columns,
            List<Column> edge,
            @Nullable Keys keys,
            boolean distinct,
            Condition where,
            List<Order> order,
            int edgeOrder,
            Page page)
            implements Statement {
        public Select {
            columns = List.copyOf(columns);
            edge = List.copyOf(edge);
            order = List.copyOf(order);
        }
    }

    /**
     * Reads figures about rows: of each key if there are keys, in which case a key without rows is left out, else one
     * row. The result's columns are {@link Keys#columns()} if there are keys, then the figures.
     *
     * @param distinct as of {@link Select}
     */
    record Aggregate(
            Table table, List<Figure> figures, @Nullable Keys keys, boolean distinct, Condition where)
            implements Statement {
        public Aggregate {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A figure about rows.
     *
     * @param column null of {@link Function#COUNT} alone, which counts rows
     */
    record Figure(Function function, @Nullable Column column) {
        /** What the figure is read as: a count as a whole number, least and greatest as their column. */
        public SqlType type() {
            if (column == null || function == Function.COUNT) return SqlType.of(Kind.BIGINT);
            return switch (function) {
                case MIN, MAX -> column.type();
                default -> SqlType.of(column.type().kind() == Kind.DOUBLE ? Kind.DOUBLE : Kind.DECIMAL);
            };
        }
    }

    /** What figures there are. A sum of whole numbers is a decimal, and so is an average of them. */
    enum Function {
        COUNT,
        MIN,
        MAX,
        SUM,
        AVERAGE
    }

    /**
     * Several selects of one table with the same columns and no edges, in one statement. All have keys, none a limited page. The
     * result's columns are the number of the select, from 0, then the key's columns of all selects one after another
     * (those of other selects are null), then {@code columns}.
     */
    record Union(Table table, List<Select> selects) implements Statement {
        public Union {
            selects = List.copyOf(selects);
        }
    }

    /**
     * Writes rows, all with values for the same columns. Gives back one row for each in their order, with the values of
     * {@code returning}.
     *
     * @param rows a list of values for {@code columns} each, at least one
     */
    record Insert(Table table, List<Column> columns, List<List<@Nullable Object>> rows, List<Column> returning)
            implements Statement {
        public Insert {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            returning = List.copyOf(returning);
        }
    }

    /**
     * Writes columns of the rows that are like this.
     *
     * @param columns at least one, unless {@code increment} is given
     * @param increment a whole number to be made greater by one, null if there is none
     */
    record Update(
            Table table,
            List<Column> columns,
            List<@Nullable Object> values,
            @Nullable Column increment,
            Condition where)
            implements Statement {
        public Update {
            columns = List.copyOf(columns);
            values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
        }
    }

    /** Deletes the rows that are like this. */
    record Delete(Table table, Condition where) implements Statement {}
}
