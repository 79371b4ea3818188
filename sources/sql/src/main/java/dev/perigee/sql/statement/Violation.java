package dev.perigee.sql.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the database that a statement broke, as far as the database tells which. The names are its own: whether a
 * client may see them is to be asked of the model. Immutable.
 *
 * @param table without its schema, null if it is not told
 * @param columns none if they are not told
 * @param constraint the name of the constraint or index, null if it is not told
 */
public record Violation(
        Rule rule,
        @Nullable String table,
        List<String> columns,
        @Nullable String constraint) {
    /** What kinds of rules there are. */
    public enum Rule {
        /** There is another row with these values. */
        UNIQUE,
        /** There is no row that the values refer to. */
        REFERENCE,
        /** Other rows refer to the row. */
        REFERRED,
        NOT_NULL,
        CHECK,
        /** Text or bytes are too long. */
        LENGTH,
        /** A number or a time is none that the column can have. */
        RANGE,
        /** A character is none that the column can have. */
        CHARACTER
    }

    public Violation {
        columns = List.copyOf(columns);
    }

    static Violation of(Rule rule) {
        return new Violation(rule, null, List.of(), null);
    }

    static Violation of(Rule rule, String column) {
        return new Violation(rule, null, List.of(column), null);
    }
}
