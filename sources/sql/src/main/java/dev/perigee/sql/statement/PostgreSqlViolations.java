package dev.perigee.sql.statement;

import dev.perigee.sql.statement.Violation.Rule;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL's errors. Whatever the language of a message, names stand in its first line between quotes, in the same
 * order in all languages; values are in its other lines alone.
 */
final class PostgreSqlViolations {
    private static final Pattern QUOTED = Pattern.compile("[\"«»„“]\\h?([^\"«»„“”]+?)\\h?[\"«»“”]");
    private static final Pattern IDENTIFIER = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)");

    private PostgreSqlViolations() {}

    static @Nullable Violation read(SQLException said) {
        String state = said.getSQLState();
        String message = said.getMessage();
        if (state == null || message == null) return null;
        return switch (state) {
            case "23505", "23P01" -> new Violation(Rule.UNIQUE, null, keyColumns(message), name(message, 0));
            case "23503" -> isReferred(message) ? Violation.of(Rule.REFERRED) : reference(message);
            case "23001" -> Violation.of(Rule.REFERRED);
            case "23502" -> notNull(message);
            case "23514" -> new Violation(Rule.CHECK, name(message, 0), List.of(), name(message, 1));
            case "22P02" -> Violation.of(Rule.CHECK);
            case "22001" -> Violation.of(Rule.LENGTH);
            case "22003", "22007", "22008" -> Violation.of(Rule.RANGE);
            case "22021", "22P05" -> Violation.of(Rule.CHARACTER);
            default -> null;
        };
    }

    /** A serialization failure, a deadlock, a lock that was not to be had. */
    static boolean isConflict(SQLException said) {
        String state = said.getSQLState();
        return state != null
                && switch (state) {
                    case "40001", "40P01", "55P03" -> true;
                    default -> false;
                };
    }

    /** {@code ... on table "account" violates foreign key constraint "x" on table "player"}: a third name. */
    private static boolean isReferred(String message) {
        return name(message, 2) != null;
    }

    private static Violation reference(String message) {
        return new Violation(Rule.REFERENCE, name(message, 0), keyColumns(message), name(message, 1));
    }

    /** {@code null value in column "username" of relation "account"}. */
    private static Violation notNull(String message) {
        String column = name(message, 0);
        return new Violation(Rule.NOT_NULL, name(message, 1), column == null ? List.of() : List.of(column), null);
    }

    private static @Nullable String name(String message, int index) {
        Matcher matcher = QUOTED.matcher(message.lines().findFirst().orElse(""));
        for (int i = 0; matcher.find(); i++) {
            if (i == index) return matcher.group(1);
        }
        return null;
    }

    /**
     * The columns of {@code Detail: Key (code, "a B")=(1, 1) already exists.}: names from the first parenthesis on, before
     * any value. None if there are expressions among them.
     */
    private static List<String> keyColumns(String message) {
        int detail = message.indexOf('\n');
        int open = detail < 0 ? -1 : message.indexOf('(', detail);
        if (open < 0) return List.of();
        List<String> columns = new ArrayList<>();
        Matcher matcher = IDENTIFIER.matcher(message);
        int at = open + 1;
        while (matcher.find(at) && matcher.start() == at) {
            columns.add(
                    matcher.group(2) != null
                            ? matcher.group(2)
                            : matcher.group(1).replace("\"\"", "\""));
            at = matcher.end();
            if (message.startsWith(")=(", at)) return columns;
            if (!message.startsWith(", ", at)) return List.of();
            at += 2;
        }
        return List.of();
    }
}
