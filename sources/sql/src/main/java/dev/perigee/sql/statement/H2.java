package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * H2 2.x. Keys are one array by {@code = any(?)}, which uses an index; {@code in (select .. from unnest(?))} finds no row
 * at all and is never written. There is no lateral join.
 */
final class H2 extends CommonDialect {
    private static final int MAX_KEYS = 5_000;

    /** More branches than this cost more to parse than the rows that they save. */
    private static final int MAX_BRANCHES = 16;

    private static final BranchPages BRANCHES = new BranchPages("(");
    private static final NumberedPages NUMBERED = new NumberedPages();

    H2() {
        super("H2", '"', MAX_KEYS);
    }

    @Override
    ParentPages pages(int parents, SelectWriter select) {
        return parents <= MAX_BRANCHES ? BRANCHES : NUMBERED;
    }

    @Override
    void writeIn(SqlWriter sql, String alias, Column column, List<Object> values) {
        sql.column(alias, column)
                .sql(" = any(")
                .bind(new Bind.Many(column.type(), values))
                .sql(")");
    }

    @Override
    KeyPredicate compositeKeys(List<List<Object>> keys) {
        return new UnnestedKeys(keys);
    }

    /** The escape is one that no setting of a database changes the meaning of. */
    @Override
    void writeLike(SqlWriter sql, String alias, Column column, LikePattern pattern) {
        if (column.type().databaseName().equalsIgnoreCase("varchar_ignorecase")) {
            sql.sql("cast(").column(alias, column).sql(" as varchar)");
        } else {
            sql.column(alias, column);
        }
        sql.sql(" like ").value(SqlType.of(Kind.TEXT), pattern.escapedBy('!')).sql(" escape '!'");
    }

    /** There is no {@code returning}; the rows of an insert can be selected from. */
    @Override
    void writeInsert(SqlWriter sql, Statement.Insert insert) {
        InsertWriter writer = new InsertWriter(sql);
        if (insert.returning().isEmpty()) {
            writer.write(insert);
            return;
        }
        sql.sql("select ");
        writer.writeNames(insert.returning());
        sql.sql(" from final table (");
        writer.write(insert);
        sql.sql(")");
    }

    @Override
    boolean sortsByKeyOfOneParent() {
        return true;
    }

    @Override
    public void bind(PreparedStatement statement, int index, Bind bind) throws SQLException {
        H2Values.bind(statement, index, bind);
    }

    @Override
    public @Nullable Object read(ResultSet row, int index, SqlType type) throws SQLException {
        return JdbcValues.read(row, index, type.kind());
    }

    @Override
    public @Nullable Violation violation(SQLException said) {
        return H2Violations.read(said);
    }

    @Override
    public boolean isConflict(SQLException said) {
        return H2Violations.isConflict(said);
    }

    /** H2 takes its moment table by table below this. */
    @Override
    public int snapshotIsolation() {
        return Connection.TRANSACTION_SERIALIZABLE;
    }
}
