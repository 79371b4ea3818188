package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MySQL 8.0.22 and newer. It is written as MariaDB is, but for what inserts give back: the generated keys that the driver
 * hands out, and nothing else. No test runs against a server of it.
 */
class MySql extends CommonDialect {
    /** From 1,000 values on, lists are turned into tables of their own, which indexes of the other serve less well. */
    private static final int MAX_KEYS = 512;

    private static final int MAX_BRANCHES = 64;

    private static final BranchPages BRANCHES = new BranchPages("(");
    private static final NumberedPages NUMBERED = new NumberedPages();

    MySql() {
        this("MySQL");
    }

    MySql(String name) {
        super(name, '`', MAX_KEYS);
    }

    @Override
    ParentPages pages(int parents, SelectWriter select) {
        return parents <= MAX_BRANCHES ? BRANCHES : NUMBERED;
    }

    @Override
    void writeIn(SqlWriter sql, String alias, Column column, List<Object> values) {
        writeList(sql, alias, column, values);
    }

    @Override
    KeyPredicate compositeKeys(List<List<Object>> keys) {
        return (sql, alias, columns) -> writeKeyList(sql, alias, columns, "", keys);
    }

    /**
     * Case counts in a binary collation only, and a column may have another, or another character set. {@code like
     * binary} would do, but for {@code _}: that would be a byte. The escape is one that means nothing in any SQL mode.
     */
    @Override
    void writeLike(SqlWriter sql, String alias, Column column, LikePattern pattern) {
        sql.sql("convert(").column(alias, column).sql(" using utf8mb4) collate utf8mb4_bin like ");
        sql.value(SqlType.of(Kind.TEXT), pattern.escapedBy('!')).sql(" escape '!'");
    }

    /** An average has but four digits more than its column, unless it is told otherwise. */
    @Override
    void writeFigure(SqlWriter sql, String alias, Statement.Figure figure) {
        Column column = figure.column();
        if (column == null || figure.function() != Statement.Function.AVERAGE) {
            super.writeFigure(sql, alias, figure);
            return;
        }
        switch (column.type().kind()) {
            case INTEGER, BIGINT -> sql.sql("avg(cast(").column(alias, column).sql(" as decimal(38, 12)))");
            case DECIMAL -> sql.sql("avg(").column(alias, column).sql(" + 0e0)"); // of doubles, as it is given
            default -> super.writeFigure(sql, alias, figure);
        }
    }

    @Override
    void writeInsert(SqlWriter sql, Statement.Insert insert) {
        new InsertWriter(sql).write(insert);
    }

    @Override
    public boolean returnsInserted() {
        return false;
    }

    @Override
    Nulls nulls() {
        return Nulls.LEAST;
    }

    @Override
    KeysetWriter.Form keysetForm() {
        return KeysetWriter.Form.ALTERNATIVES;
    }

    /** Points in time are sent and read as UTC's date and time, which this makes true of {@code timestamp} columns. */
    @Override
    public List<String> connectionSetup() {
        return List.of("set time_zone = '+00:00'");
    }

    @Override
    public void bind(PreparedStatement statement, int index, Bind bind) throws SQLException {
        MySqlValues.bind(statement, index, bind);
    }

    @Override
    public @Nullable Object read(ResultSet row, int index, SqlType type) throws SQLException {
        return MySqlValues.read(row, index, type);
    }

    @Override
    public @Nullable Violation violation(SQLException said) {
        return MySqlViolations.read(said);
    }

    @Override
    public boolean isConflict(SQLException said) {
        return MySqlViolations.isConflict(said);
    }
}
