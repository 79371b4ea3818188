package dev.perigee.sql.model;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The catalog of H2, MariaDB and MySQL, by the metadata of their drivers. */
final class JdbcCatalog implements Catalog {
    private final Connection connection;
    private final DatabaseMetaData metaData;
    private final Database database;

    JdbcCatalog(Connection connection, Database database) throws SQLException {
        this.connection = connection;
        this.metaData = connection.getMetaData();
        this.database = database;
    }

    @Override
    public String ownNamespace() throws SQLException {
        String namespace = database.isMysqlFamily() ? connection.getCatalog() : connection.getSchema();
        if (namespace == null) throw new SQLException("The connection has no schema of its own: name one in its URL");
        return namespace;
    }

    @Override
    public List<CatalogTable> tables(String namespace) throws SQLException {
        Map<String, List<CatalogColumn>> columns = columns(namespace);
        Map<String, CatalogTable> tables = new TreeMap<>();
        try (ResultSet rows = metaData.getTables(catalog(namespace), schema(namespace), "%", null)) {
            while (rows.next()) {
                String type = rows.getString("TABLE_TYPE"), name = rows.getString("TABLE_NAME");
                boolean isView = type.endsWith("VIEW");
                if (!isIn(rows, "TABLE_", namespace) || !isView && !type.endsWith("TABLE")) continue;
                tables.put(name, table(namespace, name, isView, comment(rows), columns.getOrDefault(name, List.of())));
            }
        }
        return List.copyOf(tables.values());
    }

    private CatalogTable table(
            String namespace, String name, boolean isView, @Nullable String comment, List<CatalogColumn> columns)
            throws SQLException {
        return new CatalogTable(
                new TableName(namespace, name),
                isView,
                comment,
                isView ? columns.stream().map(CatalogColumn::ofView).toList() : columns,
                isView ? List.of() : primaryKey(namespace, name),
                isView ? List.of() : indexes(namespace, name),
                isView ? List.of() : foreignKeys(namespace, name));
    }

    private Map<String, List<CatalogColumn>> columns(String namespace) throws SQLException {
        Map<String, List<CatalogColumn>> columns = new HashMap<>();
        Set<String> neverWritten = neverWritten(namespace), json = json(namespace);
        try (ResultSet rows = metaData.getColumns(catalog(namespace), schema(namespace), "%", "%")) {
            while (rows.next()) {
                if (!isIn(rows, "TABLE_", namespace)) continue;
                String table = rows.getString("TABLE_NAME");
                String name = table + "." + rows.getString("COLUMN_NAME");
                columns.computeIfAbsent(table, key -> new ArrayList<>())
                        .add(column(rows, json.contains(name), neverWritten.contains(name)));
            }
        }
        return columns;
    }

    private CatalogColumn column(ResultSet row, boolean isJson, boolean isIdentityAlways) throws SQLException {
        // in the order of the columns, which some drivers insist on
        String name = row.getString("COLUMN_NAME");
        int jdbcType = row.getInt("DATA_TYPE");
        String typeName = row.getString("TYPE_NAME");
        int size = row.getInt("COLUMN_SIZE"), digits = row.getInt("DECIMAL_DIGITS");
        String comment = comment(row);
        String value = row.getString("COLUMN_DEF");
        boolean isNullable = !"NO".equals(row.getString("IS_NULLABLE"));
        boolean isIdentity = "YES".equals(row.getString("IS_AUTOINCREMENT"));
        boolean isGenerated = "YES".equals(row.getString("IS_GENERATEDCOLUMN"));
        // MariaDB says NULL where a column has no default
        boolean hasDefault = value != null && !value.equalsIgnoreCase("null") && !isGenerated;
        return new CatalogColumn(
                name,
                isJson ? ColumnType.of(Kind.JSON, "JSON") : JdbcTypes.type(jdbcType, typeName, size, digits, database),
                isNullable,
                isIdentity || hasDefault,
                isGenerated || isIdentityAlways,
                comment);
    }

    /** The identities that nobody may give a value to, which JDBC does not tell: {@code table.column}. */
    private Set<String> neverWritten(String namespace) throws SQLException {
        if (database != Database.H2) return Set.of();
        String query = "select table_name, column_name from information_schema.columns"
                + " where table_schema = ? and identity_generation = 'ALWAYS'";
        return new HashSet<>(Rows.of(connection, query, namespace, row -> row.getString(1) + "." + row.getString(2)));
    }

    /** MariaDB declares JSON as a text with a check: {@code table.column}. */
    private Set<String> json(String namespace) throws SQLException {
        if (database != Database.MARIADB) return Set.of();
        String query = "select table_name, constraint_name from information_schema.check_constraints"
                + " where constraint_schema = ? and level = 'Column' and check_clause like 'json_valid(%'";
        return new HashSet<>(Rows.of(connection, query, namespace, row -> row.getString(1) + "." + row.getString(2)));
    }

    private List<String> primaryKey(String namespace, String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = metaData.getPrimaryKeys(catalog(namespace), schema(namespace), table)) {
            while (rows.next()) columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
        }
        return List.copyOf(columns.values());
    }

    private List<CatalogIndex> indexes(String namespace, String table) throws SQLException {
        Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
        Set<String> unique = new HashSet<>();
        try (ResultSet rows = metaData.getIndexInfo(catalog(namespace), schema(namespace), table, false, true)) {
            while (rows.next()) {
                String name = rows.getString("INDEX_NAME");
                if (name == null) continue; // a row of statistics
                if (!rows.getBoolean("NON_UNIQUE")) unique.add(name);
                columns.computeIfAbsent(name, index -> new ArrayList<>()).add(rows.getString("COLUMN_NAME"));
            }
        }
        List<CatalogIndex> indexes = new ArrayList<>();
        columns.forEach((name, parts) -> {
            List<String> named = new ArrayList<>();
            for (String part : parts) if (part != null) named.add(part);
            // a part that is an expression has no name
            if (named.size() == parts.size()) indexes.add(new CatalogIndex(named, unique.contains(name)));
        });
        return indexes;
    }

    private List<CatalogForeignKey> foreignKeys(String namespace, String table) throws SQLException {
        record Part(TableName target, String column, String targetColumn) {}
        Map<String, Map<Integer, Part>> byName = new LinkedHashMap<>();
        try (ResultSet rows = metaData.getImportedKeys(catalog(namespace), schema(namespace), table)) {
            while (rows.next()) {
                String targetNamespace = rows.getString(database.isMysqlFamily() ? "PKTABLE_CAT" : "PKTABLE_SCHEM");
                TableName target = new TableName(targetNamespace, rows.getString("PKTABLE_NAME"));
                Part part = new Part(target, rows.getString("FKCOLUMN_NAME"), rows.getString("PKCOLUMN_NAME"));
                byName.computeIfAbsent(rows.getString("FK_NAME"), name -> new TreeMap<>())
                        .put(rows.getInt("KEY_SEQ"), part);
            }
        }
        List<CatalogForeignKey> foreignKeys = new ArrayList<>();
        for (Map<Integer, Part> parts : byName.values()) {
            foreignKeys.add(new CatalogForeignKey(
                    parts.values().stream().map(Part::column).toList(),
                    parts.values().iterator().next().target(),
                    parts.values().stream().map(Part::targetColumn).toList()));
        }
        return foreignKeys;
    }

    private @Nullable String catalog(String namespace) {
        return database.isMysqlFamily() ? namespace : null;
    }

    private @Nullable String schema(String namespace) {
        return database.isMysqlFamily() ? null : namespace;
    }

    /** A schema is given as a pattern, in which an underscore is any character. */
    private boolean isIn(ResultSet row, String prefix, String namespace) throws SQLException {
        return namespace.equals(row.getString(prefix + (database.isMysqlFamily() ? "CAT" : "SCHEM")));
    }

    private static @Nullable String comment(ResultSet row) throws SQLException {
        String comment = row.getString("REMARKS");
        return comment == null || comment.isEmpty() ? null : comment;
    }
}
