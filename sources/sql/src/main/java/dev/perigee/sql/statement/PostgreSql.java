package dev.perigee.sql.statement;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 12 and newer. Keys are one array, so that one text serves any number of them. An array has to be of a type:
 * a model that was made from Java alone has to give the database's name of a type that users defined (an enum, a domain,
 * citext) for columns that are keys or are filtered by lists.
 */
final class PostgreSql extends CommonDialect {
    /** A limit on what is sent at once; the database knows none. */
    private static final int MAX_KEYS = 10_000;

    private static final LateralPages PAGES = new LateralPages();

    PostgreSql() {
        super("PostgreSQL", '"', MAX_KEYS);
    }

    @Override
    ParentPages pages(int parents, SelectWriter select) {
        return PAGES;
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

    /** What is not plain text has no {@code like} (enums), or one for which case doesn't count (citext). */
    @Override
    void writeLike(SqlWriter sql, String alias, Column column, LikePattern pattern) {
        if (PostgreSqlTypes.isPlainText(column.type())) sql.column(alias, column);
        else sql.sql("cast(").column(alias, column).sql(" as text)");
        sql.sql(" like ").value(SqlType.of(Kind.TEXT), pattern.escapedBy('\\'));
    }

    /** There is no least of booleans or UUIDs; of these it is that of the text, which is as long and sorts alike. */
    @Override
    void writeFigure(SqlWriter sql, String alias, Statement.Figure figure) {
        Column column = figure.column();
        Kind kind = column == null ? Kind.BIGINT : column.type().kind();
        if (column != null && kind == Kind.BOOLEAN) {
            sql.sql(figure.function() == Statement.Function.MIN ? "bool_and(" : "bool_or(");
            sql.column(alias, column).sql(")");
        } else if (column != null && kind == Kind.UUID) {
            sql.sql("cast(").sql(functionName(figure.function())).sql("(cast(");
            sql.column(alias, column).sql(" as text)) as uuid)");
        } else {
            super.writeFigure(sql, alias, figure);
        }
    }

    /** The type of a null is asked of the column itself where its name could need quotes that are not known. */
    @Override
    void writeNull(SqlWriter sql, Table table, Column column) {
        String builtIn = PostgreSqlTypes.builtIn(column.type());
        if (builtIn != null) {
            sql.sql("cast(null as ").sql(builtIn).sql(")");
        } else {
            sql.sql("(select x.").name(column.name()).sql(" from ").table(table).sql(" x limit 0)");
        }
    }

    @Override
    public void bind(PreparedStatement statement, int index, Bind bind) throws SQLException {
        PostgreSqlValues.bind(statement, index, bind);
    }

    @Override
    public @Nullable Object read(ResultSet row, int index, SqlType type) throws SQLException {
        return PostgreSqlValues.read(row, index, type.kind());
    }

    @Override
    public @Nullable Violation violation(SQLException said) {
        return PostgreSqlViolations.read(said);
    }

    @Override
    public boolean isConflict(SQLException said) {
        return PostgreSqlViolations.isConflict(said);
    }
}
