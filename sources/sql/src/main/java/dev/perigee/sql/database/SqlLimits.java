package dev.perigee.sql.database;

/**
 * What an operation may read. Immutable. Over a limit, the field is an error with {@code extensions.code}
 * {@code LIMIT_EXCEEDED} that names the limit and its value; what is over it is never read.
 *
 * @param rowsPerParent of a list that has no page, the most rows that one parent may have; at least 1
 * @param rowsPerStatement the most rows of one statement; at least 1
 * @param rowsPerOperation the most rows of all statements of a request; at least 1
 * @param statementsAtOnce how many connections a request may use at the same time; at least 1
 */
public record SqlLimits(int rowsPerParent, int rowsPerStatement, int rowsPerOperation, int statementsAtOnce) {
    public static final SqlLimits DEFAULT = new SqlLimits(10_000, 100_000, 250_000, 4);

    /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
    public SqlLimits {
        require("rowsPerParent", rowsPerParent);
        require("rowsPerStatement", rowsPerStatement);
        require("rowsPerOperation", rowsPerOperation);
        require("statementsAtOnce", statementsAtOnce);
    }

    private static void require(String name, int value) {
        if (value < 1) throw new IllegalArgumentException(name + ": " + value + " (at least 1)");
    }
}
