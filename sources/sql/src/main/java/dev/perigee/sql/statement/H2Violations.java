package dev.perigee.sql.statement;

import dev.perigee.sql.statement.Violation.Rule;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads H2's errors. Whatever the language of a message, what it is about stands in it between quotes, those inside
 * doubled; names come before values.
 */
final class H2Violations {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    /** Such as {@code PUBLIC.UNIQUE_NAME INDEX PUBLIC.INDEX_1 ON PUBLIC.account(username NULLS FIRST) VALUES ( 'ada' )}. */
    private static final Pattern KEY = Pattern.compile(" ON ([^(]+)\\(([^)]*)\\)");

    /** Such as {@code CONSTRAINT_1: PUBLIC.player FOREIGN KEY(parent_id) REFERENCES PUBLIC.account(id) (99)}. */
    private static final Pattern REFERENCE = Pattern.compile(": (.+?) FOREIGN KEY\\(([^)]*)\\) REFERENCES ");

    private static final Pattern SORTED = Pattern.compile("( ASC| DESC)?( NULLS FIRST| NULLS LAST)?$");

    private H2Violations() {}

    static @Nullable Violation read(SQLException said) {
        List<String> quoted = quoted(said.getMessage());
        String first = quoted.isEmpty() ? "" : quoted.getFirst();
        return switch (said.getErrorCode()) {
            case 23505 -> columns(Rule.UNIQUE, KEY.matcher(first));
            case 23506 -> columns(Rule.REFERENCE, REFERENCE.matcher(first));
            case 23503 -> Violation.of(Rule.REFERRED);
            case 23502 -> Violation.of(Rule.NOT_NULL, first);
            case 23513, 23514, 22018, 22030 -> Violation.of(Rule.CHECK);
            case 22001 -> Violation.of(Rule.LENGTH, firstName(first));
            case 22003, 22007, 22008 -> Violation.of(Rule.RANGE);
            case 22004 -> quoted.size() < 2 ? Violation.of(Rule.RANGE) : Violation.of(Rule.RANGE, quoted.get(1));
            default -> null;
        };
    }

    /** A deadlock, a lock that was waited for too long, a row that was written meanwhile. */
    static boolean isConflict(SQLException said) {
        return switch (said.getErrorCode()) {
            case 40001, 50200, 90131 -> true;
            default -> false;
        };
    }

    private static List<String> quoted(@Nullable String message) {
        List<String> quoted = new ArrayList<>();
        if (message == null) return quoted;
        int end = message.lastIndexOf("; SQL statement:");
        Matcher matcher = QUOTED.matcher(end < 0 ? message : message.substring(0, end));
        while (matcher.find()) quoted.add(matcher.group(1).replace("\"\"", "\""));
        return quoted;
    }

    private static Violation columns(Rule rule, Matcher matcher) {
        if (!matcher.find()) return Violation.of(rule);
        List<String> columns = new ArrayList<>();
        for (String column : matcher.group(2).split(", ", -1)) {
            columns.add(name(SORTED.matcher(column).replaceFirst("")));
        }
        String table = matcher.group(1);
        return new Violation(rule, name(table.substring(table.lastIndexOf('.') + 1)), columns, null);
    }

    private static String name(String identifier) {
        boolean isQuoted = identifier.length() > 1 && identifier.startsWith("\"") && identifier.endsWith("\"");
        return isQuoted ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"") : identifier;
    }

    /** Of a column with its type, such as {@code username CHARACTER VARYING(10)}. */
    private static String firstName(String definition) {
        int end = definition.startsWith("\"") ? definition.indexOf('"', 1) + 1 : definition.indexOf(' ');
        return end <= 0 ? "" : name(definition.substring(0, end));
    }
}
