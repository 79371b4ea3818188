package dev.perigee.sql.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a database says of its tables. For one thread, as its connection is. */
interface Catalog {
    /** Where tables are looked for whose schema nobody names. */
    String ownNamespace() throws SQLException;

    /** The tables and views of a schema, by name. */
    List<CatalogTable> tables(String namespace) throws SQLException;

    /** @throws SQLException if the connection can't be asked, or its database is none that Perigee knows */
    static Catalog of(Connection connection) throws SQLException {
        Database database = Database.of(connection);
        return switch (database) {
            case POSTGRESQL -> new PostgresCatalog(connection);
            case SQLITE -> new SqliteCatalog(connection);
            case H2, MARIADB, MYSQL -> new JdbcCatalog(connection, database);
        };
    }
}
