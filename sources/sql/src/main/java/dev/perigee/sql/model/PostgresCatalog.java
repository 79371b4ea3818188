package dev.perigee.sql.model;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The catalog of PostgreSQL, by its own tables: the driver's metadata tells neither enums from texts, nor the columns that
 * an index merely includes from those of its key, nor partitions from tables. One query each, however many tables.
 */
final class PostgresCatalog implements Catalog {
    private static final String TABLES = """
        select c.relname, c.relkind in ('v', 'm'), obj_description(c.oid, 'pg_class')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ? and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
        order by c.relname collate "C\"\
        """;
    /** The type of a domain is that beneath it; {@code format_type} has the name that a cast takes. */
    private static final String COLUMNS = """
        select c.relname, a.attname, coalesce(b.typname, t.typname), coalesce(b.typtype, t.typtype),
            format_type(t.oid, null), case t.typtype when 'd' then t.typtypmod else a.atttypmod end,
            not (a.attnotnull or t.typnotnull), a.atthasdef and a.attgenerated = '' or a.attidentity <> '',
            a.attgenerated <> '' or a.attidentity = 'a', col_description(c.oid, a.attnum)
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_type t on t.oid = a.atttypid
        left join pg_type b on t.typtype = 'd' and b.oid = t.typbasetype
        where n.nspname = ? and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
            and a.attnum > 0 and not a.attisdropped
        order by c.relname, a.attnum\
        """;
    /** A column that is an expression has no name, and makes the index none of ours. */
    private static final String INDEXES = """
        select c.relname, i.indisprimary, i.indisunique, array_agg(a.attname::text order by k.place)
        from pg_index i
        join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace
        cross join unnest(i.indkey::int2[]) with ordinality k (number, place)
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where n.nspname = ? and i.indpred is null and i.indisvalid and k.place <= i.indnkeyatts
        group by i.indexrelid, c.relname, i.indisprimary, i.indisunique
        order by i.indexrelid\
        """;

    private static final String FOREIGN_KEYS = """
        select c.relname, tn.nspname, t.relname,
            array_agg(a.attname::text order by k.place), array_agg(ta.attname::text order by k.place)
        from pg_constraint f
        join pg_class c on c.oid = f.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_class t on t.oid = f.confrelid
        join pg_namespace tn on tn.oid = t.relnamespace
        cross join unnest(f.conkey, f.confkey) with ordinality k (number, target_number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        join pg_attribute ta on ta.attrelid = t.oid and ta.attnum = k.target_number
        where n.nspname = ? and f.contype = 'f' and f.conparentid = 0
        group by f.oid, c.relname, tn.nspname, t.relname
        order by f.oid\
        """;

    private final Connection connection;

    PostgresCatalog(Connection connection) {
        this.connection = connection;
    }

    @Override
    public String ownNamespace() throws SQLException {
        return Objects.requireNonNullElse(connection.getSchema(), "public");
    }

    @Override
    public List<CatalogTable> tables(String namespace) throws SQLException {
        Map<String, List<CatalogColumn>> columns = new HashMap<>();
        Map<String, List<String>> primaryKeys = new HashMap<>();
        Map<String, List<CatalogIndex>> indexes = new HashMap<>();
        Map<String, List<CatalogForeignKey>> foreignKeys = new HashMap<>();
        Rows.of(connection, COLUMNS, namespace, row -> add(columns, row, column(row)));
        Rows.of(connection, INDEXES, namespace, row -> addIndex(row, primaryKeys, indexes));
        Rows.of(connection, FOREIGN_KEYS, namespace, row -> add(foreignKeys, row, foreignKey(row)));
        return Rows.of(connection, TABLES, namespace, row -> {
            String table = row.getString(1);
            return new CatalogTable(
                    new TableName(namespace, table),
                    row.getBoolean(2),
                    row.getString(3),
                    columns.getOrDefault(table, List.of()),
                    primaryKeys.getOrDefault(table, List.of()),
                    indexes.getOrDefault(table, List.of()),
                    foreignKeys.getOrDefault(table, List.of()));
        });
    }

    private static CatalogColumn column(ResultSet row) throws SQLException {
        return new CatalogColumn(
                row.getString(2),
                PostgresTypes.type(row.getString(3), row.getString(4).equals("e"), row.getString(5), row.getInt(6)),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getString(10));
    }

    private static boolean addIndex(
            ResultSet row, Map<String, List<String>> primaryKeys, Map<String, List<CatalogIndex>> indexes)
            throws SQLException {
        List<String> columns = names(row.getArray(4));
        if (columns == null) return false;
        if (row.getBoolean(2)) primaryKeys.put(row.getString(1), columns);
        return add(indexes, row, new CatalogIndex(columns, row.getBoolean(3)));
    }

    private static CatalogForeignKey foreignKey(ResultSet row) throws SQLException {
        return new CatalogForeignKey(
                Objects.requireNonNull(names(row.getArray(4))),
                new TableName(row.getString(2), row.getString(3)),
                Objects.requireNonNull(names(row.getArray(5))));
    }

    /** Null where one of them has no name. */
    private static @Nullable List<String> names(Array array) throws SQLException {
        List<String> names = new ArrayList<>();
        for (String name : (@Nullable String[]) array.getArray()) {
            if (name == null) return null;
            names.add(name);
        }
        return names;
    }

    private static <T> boolean add(Map<String, List<T>> byTable, ResultSet row, T value) throws SQLException {
        return byTable.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                .add(value);
    }
}
