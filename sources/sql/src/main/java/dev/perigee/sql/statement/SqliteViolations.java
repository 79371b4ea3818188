package dev.perigee.sql.statement;

import dev.perigee.sql.statement.Violation.Rule;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads SQLite's errors, which hold no values. */
final class SqliteViolations {
    /** Such as {@code [SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed (UNIQUE constraint failed: account.username)}. */
    private static final Pattern FORM =
            Pattern.compile("^\\[SQLITE_([A-Z_]+)](?:.*\\([A-Z ]+ constraint failed: (.+)\\))?", Pattern.DOTALL);

    private SqliteViolations() {}

    static @Nullable Violation read(SQLException said) {
        if ("22003".equals(said.getSQLState())) return Violation.of(Rule.RANGE); // SqliteValues
        String message = said.getMessage();
        Matcher matcher = FORM.matcher(message == null ? "" : message);
        if (!matcher.find()) return null;
        String about = matcher.group(2);
        return switch (matcher.group(1)) {
            case "CONSTRAINT_UNIQUE", "CONSTRAINT_PRIMARYKEY", "CONSTRAINT_ROWID" -> columns(Rule.UNIQUE, about);
            case "CONSTRAINT_FOREIGNKEY" -> Violation.of(Rule.REFERENCE);
            case "CONSTRAINT_NOTNULL" -> columns(Rule.NOT_NULL, about);
            case "CONSTRAINT_CHECK" -> new Violation(Rule.CHECK, null, List.of(), about);
            case "CONSTRAINT_TRIGGER" -> Violation.of(Rule.CHECK);
            case "CONSTRAINT_DATATYPE", "MISMATCH" -> Violation.of(Rule.RANGE);
            case "TOOBIG" -> Violation.of(Rule.LENGTH);
            default -> null;
        };
    }

    /** Locks that were waited for too long. */
    static boolean isConflict(SQLException said) {
        int code = said.getErrorCode() & 0xff; // what the extended codes have in common
        return code == 5 || code == 6;
    }

    /** {@code account.code, account.a B}. */
    private static Violation columns(Rule rule, @Nullable String about) {
        if (about == null || !about.contains(".")) return Violation.of(rule);
        List<String> columns = Arrays.stream(about.split(", ", -1))
                .map(column -> column.substring(column.indexOf('.') + 1))
                .toList();
        return new Violation(rule, about.substring(0, about.indexOf('.')), columns, null);
    }
}
