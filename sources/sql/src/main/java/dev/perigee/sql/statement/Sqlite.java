package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQLite 3.35 and newer. What values are stored as: {@link SqliteValues}. */
final class Sqlite extends CommonDialect {
    private static final int MAX_KEYS = 5_000;

    /** From here on a list is sent as JSON. A statement takes 32,766 placeholders. */
    private static final int MAX_PLACEHOLDERS = 1_024;

    /** More branches than this cost more to prepare than the rows that they save. */
    private static final int MAX_BRANCHES = 16;

    private static final LookupPages LOOKUP = new LookupPages();
    private static final BranchPages BRANCHES = new BranchPages("select * from (");
    private static final NumberedPages NUMBERED = new NumberedPages();

    Sqlite() {
        super("SQLite", '"', MAX_KEYS);
    }

    @Override
    ParentPages pages(int parents, SelectWriter select) {
        if (LookupPages.serves(select.select())) return LOOKUP;
        return parents <= MAX_BRANCHES ? BRANCHES : NUMBERED;
    }

    @Override
    void writeIn(SqlWriter sql, String alias, Column column, List<Object> values) {
        if (values.size() <= MAX_PLACEHOLDERS || !JsonKeys.canHold(List.of(column))) {
            writeList(sql, alias, column, values);
            return;
        }
        List<List<Object>> keys = new ArrayList<>(values.size());
        for (Object value : values) keys.add(List.of(value));
        sql.column(alias, column).sql(" in (");
        JsonKeys.writeTable(sql, List.of(column), keys);
        sql.sql(")");
    }

    @Override
    KeyPredicate compositeKeys(List<List<Object>> keys) {
        return (sql, alias, columns) -> {
            if (keys.size() * columns.size() <= MAX_PLACEHOLDERS || !JsonKeys.canHold(columns)) {
                writeKeyList(sql, alias, columns, "values ", keys);
                return;
            }
            writeKeyColumns(sql, alias, columns);
            sql.sql(" in (");
            JsonKeys.writeTable(sql, columns, keys);
            sql.sql(")");
        };
    }

    /** {@code like} knows no case of ASCII letters, unless a pragma says so to all of the connection; {@code glob} does. */
    @Override
    void writeLike(SqlWriter sql, String alias, Column column, LikePattern pattern) {
        sql.column(alias, column).sql(" glob ").value(column.type(), pattern.glob());
    }

    /** A sum of whole numbers fails beyond 64 bits. That of their upper and that of their lower halves can't get there. */
    @Override
    void writeFigure(SqlWriter sql, String alias, Statement.Figure figure) {
        Column column = figure.column();
        boolean isLarge = column != null && column.type().kind() == Kind.BIGINT;
        if (column == null || !isLarge || figure.function() != Statement.Function.SUM) {
            super.writeFigure(sql, alias, figure);
            return;
        }
        sql.sql("sum(")
                .column(alias, column)
                .sql(" >> 32) || '")
                .sql(SqliteValues.HALVES)
                .sql("' || sum(");
        sql.column(alias, column).sql(" & 4294967295)");
    }

    /** There is no word for a default among values, but a row of defaults, and null for a new number of a row. */
    @Override
    void writeInsert(SqlWriter sql, Statement.Insert insert) {
        if (!insert.columns().isEmpty()) {
            super.writeInsert(sql, insert);
            return;
        }
        sql.sql("insert into ").table(insert.table());
        if (insert.rows().size() == 1) {
            sql.sql(" default values");
        } else {
            List<Column> primaryKey = insert.table().primaryKey();
            sql.sql(" (").name(primaryKey.getFirst().name()).sql(") values ");
            for (int i = 0; i < insert.rows().size(); i++) sql.comma(i).sql("(null)");
        }
        new InsertWriter(sql).writeReturning(insert.returning());
    }

    @Override
    public void bind(PreparedStatement statement, int index, Bind bind) throws SQLException {
        SqliteValues.bind(statement, index, bind);
    }

    @Override
    public @Nullable Object read(ResultSet row, int index, SqlType type) throws SQLException {
        return SqliteValues.read(row, index, type);
    }

    @Override
    public @Nullable Violation violation(SQLException said) {
        return SqliteViolations.read(said);
    }

    @Override
    public boolean isConflict(SQLException said) {
        return SqliteViolations.isConflict(said);
    }

    /** SQLite has no other. */
    @Override
    public int snapshotIsolation() {
        return Connection.TRANSACTION_SERIALIZABLE;
    }
}
