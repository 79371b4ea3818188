package dev.perigee.sql.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalog of SQLite, by its pragmas. A primary key of the type {@code integer} is the number of the row itself, and the
 * database gives it. Key columns count as never null, although old tables may hold some. There are no comments.
 */
final class SqliteCatalog implements Catalog {
    private final Connection connection;

    SqliteCatalog(Connection connection) {
        this.connection = connection;
    }

    @Override
    public String ownNamespace() {
        return "main";
    }

    @Override
    public List<CatalogTable> tables(String namespace) throws SQLException {
        List<CatalogTable> tables = new ArrayList<>();
        String query = "select name, type = 'view' from " + Database.SQLITE.quote(namespace) + ".sqlite_schema"
                + " where type in ('table', 'view') and name not like 'sqlite!_%' escape ? order by name";
        Map<String, Boolean> names = new TreeMap<>();
        Rows.of(connection, query, "!", row -> names.put(row.getString(1), row.getBoolean(2)));
        for (Map.Entry<String, Boolean> name : names.entrySet()) {
            tables.add(table(new TableName(namespace, name.getKey()), name.getValue()));
        }
        return tables;
    }

    private CatalogTable table(TableName name, boolean isView) throws SQLException {
        List<String> primaryKey = primaryKey(name);
        return new CatalogTable(
                name,
                isView,
                null,
                pragma("table_xinfo", name, row -> column(row, primaryKey)),
                primaryKey,
                indexes(name),
                foreignKeys(name));
    }

    private static CatalogColumn column(ResultSet row, List<String> primaryKey) throws SQLException {
        String name = row.getString("name"), declared = row.getString("type");
        boolean isRowNumber = primaryKey.equals(List.of(name)) && declared.equalsIgnoreCase("integer");
        int hidden = row.getInt("hidden"); // 2 and 3 are generated columns, 1 those of virtual tables
        return new CatalogColumn(
                name,
                SqliteTypes.type(declared),
                row.getInt("notnull") == 0 && !primaryKey.contains(name),
                isRowNumber || row.getString("dflt_value") != null,
                hidden != 0,
                null);
    }

    private List<CatalogIndex> indexes(TableName table) throws SQLException {
        record Found(String name, boolean isUnique) {}
        List<CatalogIndex> indexes = new ArrayList<>();
        List<Found> whole = new ArrayList<>();
        pragma("index_list", table, row -> {
            boolean isPartial = row.getBoolean("partial");
            return !isPartial && whole.add(new Found(row.getString("name"), row.getBoolean("unique")));
        });
        for (Found index : whole) {
            List<@Nullable String> columns =
                    pragma("index_info", new TableName(table.namespace(), index.name()), row -> row.getString("name"));
            List<String> named = new ArrayList<>();
            for (String column : columns) if (column != null) named.add(column);
            // a part that is an expression has no name
            if (named.size() == columns.size()) indexes.add(new CatalogIndex(named, index.isUnique()));
        }
        return indexes;
    }

    private List<CatalogForeignKey> foreignKeys(TableName table) throws SQLException {
        record Part(
                int id,
                String target,
                String from,
                @Nullable String to) {}
        Map<Integer, List<Part>> byId = new TreeMap<>();
        // rows of one key come in the order of its columns
        pragma("foreign_key_list", table, row -> {
            Part part = new Part(row.getInt("id"), row.getString("table"), row.getString("from"), row.getString("to"));
            return byId.computeIfAbsent(part.id(), id -> new ArrayList<>()).add(part);
        });
        List<CatalogForeignKey> foreignKeys = new ArrayList<>();
        for (List<Part> parts : byId.values()) {
            TableName target = tableNamed(table.namespace(), parts.getFirst().target());
            List<String> to = new ArrayList<>();
            for (Part part : parts) if (part.to() != null) to.add(part.to());
            // without columns it refers to the primary key
            List<String> targetColumns = to.isEmpty() ? primaryKey(target) : columnsNamed(target, to);
            List<String> columns =
                    columnsNamed(table, parts.stream().map(Part::from).toList());
            // SQLite takes a key that refers to nothing until a row is written
            if (columns.size() != targetColumns.size()) continue;
            foreignKeys.add(new CatalogForeignKey(columns, target, targetColumns));
        }
        return foreignKeys;
    }

    /** A foreign key names columns in any case. Fewer than are given where one is not there. */
    private List<String> columnsNamed(TableName table, List<String> names) throws SQLException {
        Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        pragma("table_xinfo", table, row -> columns.put(row.getString("name"), row.getString("name")));
        return names.stream().map(columns::get).filter(Objects::nonNull).toList();
    }

    /** A foreign key names its table in any case. */
    private TableName tableNamed(String namespace, String name) throws SQLException {
        String query = "select name from " + Database.SQLITE.quote(namespace)
                + ".sqlite_schema where type = 'table' and lower(name) = lower(?)";
        List<String> names = Rows.of(connection, query, name, row -> row.getString(1));
        return new TableName(namespace, names.isEmpty() ? name : names.getFirst());
    }

    private List<String> primaryKey(TableName table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        // pk is the place in the primary key, from 1; 0 where it is no part of it
        pragma("table_xinfo", table, row -> key.put(row.getInt("pk"), row.getString("name")));
        key.remove(0);
        return List.copyOf(key.values());
    }

    private <T extends @Nullable Object> List<T> pragma(String pragma, TableName of, Rows<T> reader)
            throws SQLException {
        String query = "select * from pragma_" + pragma + "(?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, of.name());
            statement.setString(2, of.namespace());
            try (ResultSet rows = statement.executeQuery()) {
                return Rows.of(rows, reader);
            }
        }
    }
}
