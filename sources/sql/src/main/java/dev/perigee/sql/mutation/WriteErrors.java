package dev.perigee.sql.mutation;

import dev.perigee.data.ClientException;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Violation;
import dev.perigee.sql.statement.Violation.Rule;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told when the database refuses what is written: {@code CONSTRAINT_VIOLATION} with the rule and the
 * fields, or {@code CONFLICT} if it is worth another try. Never the database's own words, which may hold values.
 */
final class WriteErrors {
    private static final String CONFLICT =
            "Others wrote the same rows at the same time. Nothing was changed; try again.";

    private WriteErrors() {}

    /** As {@link #translated(SQLException, Dialect, Table, boolean)}, where it can't be told which statement it was. */
    static Exception translated(SQLException said, Dialect dialect) {
        return translated(said, dialect, null, false);
    }

    /**
     * The client's error, or the database's as it is if it is no client's business.
     *
     * @param table that was written
     */
    static Exception translated(SQLException said, Dialect dialect, @Nullable Table table, boolean isDelete) {
        if (dialect.isConflict(said)) return caused(new ClientException("CONFLICT", CONFLICT), said);
        Violation violation = dialect.violation(said);
        if (violation == null) return said;
        Rule rule = isDelete && violation.rule() == Rule.REFERENCE ? Rule.REFERRED : violation.rule();
        List<String> fields = table == null ? List.of() : ViolatedFields.of(violation, table);
        String message = message(rule, table == null ? "row" : table.typeName(), fields);
        if (rule == Rule.CHARACTER) return caused(new ClientException("BAD_USER_INPUT", message), said);
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("rule", name(rule));
        if (table != null) extensions.put("type", table.typeName());
        if (!fields.isEmpty()) extensions.put("fields", fields);
        return caused(new ClientException("CONSTRAINT_VIOLATION", message, extensions), said);
    }

    private static ClientException caused(ClientException told, SQLException said) {
        told.initCause(said);
        return told;
    }

    private static String name(Rule rule) {
        return switch (rule) {
            case UNIQUE -> "unique";
            case REFERENCE, REFERRED -> "foreignKey";
            case NOT_NULL -> "notNull";
            case CHECK -> "check";
            case LENGTH -> "length";
            case RANGE -> "range";
            case CHARACTER -> "character";
        };
    }

    private static String message(Rule rule, String noun, List<String> fields) {
        String whose = fields.isEmpty() ? "A value of the " + noun : "The " + noun + "'s " + quoted(fields);
        return switch (rule) {
            case UNIQUE -> {
                if (fields.isEmpty()) yield whose + " is taken already.";
                String article = "AEIOUaeiou".indexOf(noun.charAt(0)) >= 0 ? "An " : "A ";
                yield article + noun + " with this " + quoted(fields) + " exists already.";
            }
            case REFERENCE -> whose + " refers to a row that does not exist.";
            case REFERRED -> "Other rows refer to the " + noun + ".";
            case NOT_NULL -> whose + " is missing.";
            case CHECK -> whose + " is not allowed.";
            case LENGTH -> whose + " is too long.";
            case RANGE -> whose + " is out of range.";
            case CHARACTER -> whose + " has a character that can't be stored.";
        };
    }

    private static String quoted(List<String> fields) {
        return "\"" + String.join("\" and \"", fields) + "\"";
    }
}
