package dev.perigee.sql.statement;

/** MariaDB 10.5 and newer: {@link MySql} that gives back the rows of inserts. */
final class MariaDb extends MySql {
    MariaDb() {
        super("MariaDB");
    }

    @Override
    void writeInsert(SqlWriter sql, Statement.Insert insert) {
        InsertWriter writer = new InsertWriter(sql);
        writer.write(insert);
        writer.writeReturning(insert.returning());
    }

    @Override
    public boolean returnsInserted() {
        return true;
    }
}
