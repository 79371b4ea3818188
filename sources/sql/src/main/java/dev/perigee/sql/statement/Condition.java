package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import java.util.List;

/**
 * What rows must be like. Nulls behave as in SQL: a comparison with null is unknown, and unknown rows are left out.
 * Immutable. Values have the {@link dev.perigee.sql.model.Kind#javaClass() class} of their column's kind.
 */
public sealed interface Condition {
    /** Holds for every row. */
    Condition TRUE = new And(List.of());

    /** All of them; none of them is true. */
    record And(List<Condition> all) implements Condition {
        public And {
            all = List.copyOf(all);
        }
    }

    /** One of them at least; none of them is false. */
    record Or(List<Condition> any) implements Condition {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Condition condition) implements Condition {}

    record Compare(Column column, Operator operator, Object value) implements Condition {}

    /** Equal to one of the values; with no values it is false. */
    record In(Column column, List<Object> values) implements Condition {
        public In {
            values = List.copyOf(values);
        }
    }

    record IsNull(Column column) implements Condition {}

    /** Whether the relation leads to a row that is like this. */
    record Exists(Relation relation, Condition condition) implements Condition {}

    /** How a column is compared with a value. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        /** {@code %} stands for any characters, {@code _} for one, {@code \} takes their meaning away; case counts. */
        LIKE
    }
}
