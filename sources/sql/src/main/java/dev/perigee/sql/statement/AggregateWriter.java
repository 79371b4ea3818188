package dev.perigee.sql.statement;

/** Writes figures about rows, of each key for itself where there are keys. */
record AggregateWriter(CommonDialect dialect, SqlWriter sql) {
    void write(Statement.Aggregate aggregate) {
        RowSource rows = RowSource.of(dialect, aggregate);
        Keys keys = aggregate.keys();
        sql.sql("select ");
        int count = keys == null ? 0 : writeKeys(rows, keys);
        for (Statement.Figure figure : aggregate.figures()) {
            dialect.writeFigure(sql.comma(count++), RowSource.TARGET, figure);
        }
        rows.write(sql);
        if (keys == null) return;
        sql.sql(" group by ");
        writeKeys(rows, keys);
    }

    private int writeKeys(RowSource rows, Keys keys) {
        for (int i = 0; i < keys.columns().size(); i++) rows.writeKey(sql.comma(i), keys, i);
        return keys.columns().size();
    }
}
