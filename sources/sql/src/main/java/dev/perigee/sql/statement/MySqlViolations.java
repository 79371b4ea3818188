package dev.perigee.sql.statement;

import dev.perigee.sql.statement.Violation.Rule;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the errors of MariaDB and MySQL. A message with a value has it before the name, which is found from the end. */
final class MySqlViolations {
    /** The key of {@code Duplicate entry 'ada' for key 'username'}; MySQL has the table in front of it. */
    private static final Pattern KEY = Pattern.compile("'(?:[^'.]*\\.)?([^'.]*)'$");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern REFERENCE =
            Pattern.compile("\\(`[^`]*`\\.`([^`]*)`, CONSTRAINT .* FOREIGN KEY \\((`[^)]*`)\\) REFERENCES ");
    private static final Pattern CONSTRAINT = Pattern.compile("[`'](?:[^`'.]*\\.)?([^`'.]*)[`']");
    private static final Pattern LAST_COLUMN = Pattern.compile("`([^`]*)` at row \\d+$");

    private MySqlViolations() {}

    static @Nullable Violation read(SQLException said) {
        String message = said.getMessage() == null ? "" : said.getMessage();
        return switch (said.getErrorCode()) {
            case 1062, 1586 -> new Violation(Rule.UNIQUE, null, List.of(), first(KEY, message));
            case 1216, 1452 -> reference(message);
            case 1217, 1451 -> Violation.of(Rule.REFERRED);
            case 1048, 1364 -> column(Rule.NOT_NULL, first(QUOTED, message));
            case 3819, 4025 -> new Violation(Rule.CHECK, null, List.of(), first(CONSTRAINT, message));
            case 1406 -> column(Rule.LENGTH, first(QUOTED, message));
            case 1264 -> column(Rule.RANGE, first(QUOTED, message));
            case 1292 -> column(Rule.RANGE, first(LAST_COLUMN, message));
            case 1265, 1366 -> column(Rule.CHECK, first(LAST_COLUMN, message));
            default -> null;
        };
    }

    /** A deadlock, a lock that was waited for too long, a row that was written meanwhile. */
    static boolean isConflict(SQLException said) {
        return switch (said.getErrorCode()) {
            case 1020, 1205, 1213 -> true;
            default -> "40001".equals(said.getSQLState());
        };
    }

    private static @Nullable String first(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static Violation column(Rule rule, @Nullable String column) {
        return column == null ? Violation.of(rule) : Violation.of(rule, column);
    }

    /** {@code (`shop`.`player`, CONSTRAINT `player_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `account` (`id`))}. */
    private static Violation reference(String message) {
        Matcher matcher = REFERENCE.matcher(message);
        if (!matcher.find()) return Violation.of(Rule.REFERENCE);
        List<String> columns = Arrays.stream(matcher.group(2).split(", ", -1))
                .map(column -> column.replace("`", ""))
                .toList();
        return new Violation(Rule.REFERENCE, matcher.group(1), columns, null);
    }
}
