/** Hydration: rows of SQL databases under a selection. Depends on the engine, a connection pool and JDBC. */
module dev.perigee.sql {
    requires transitive dev.perigee.core;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires static transitive org.jspecify;

    exports dev.perigee.sql.graph;
    exports dev.perigee.sql.model;
    exports dev.perigee.sql.statement;
}
