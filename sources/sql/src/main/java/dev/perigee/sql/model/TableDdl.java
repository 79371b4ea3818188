package dev.perigee.sql.model;

import dev.perigee.sql.model.Column.Trait;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Writes what belongs to one table: itself, its foreign keys and its indexes. */
final class TableDdl {
    /** What PostgreSQL keeps of a name; the others keep more. */
    private static final int MAX_NAME_LENGTH = 63;

    private final Table table;
    private final Database database;
    /** What rows are looked up by, besides keys: one index each. */
    private final Set<List<Column>> indexes;

    /** @param lookedUp by which columns relations of all tables look up rows of this one */
    TableDdl(Table table, Set<List<Column>> lookedUp, Database database) {
        this.table = table;
        this.database = database;
        this.indexes = new LinkedHashSet<>(lookedUp);
        for (Relation.Join join : foreignKeys()) indexes.add(join.fromColumns());
        indexes.removeIf(this::isPrefixOfKey);
    }

    String createTable() {
        List<String> parts = new ArrayList<>();
        ColumnDdl columnDdl = new ColumnDdl(database);
        for (Column column : table.columns()) {
            parts.add(columnDdl.write(column, isIdentity(column), isIndexed(column)));
        }
        if (!isInlineKey()) parts.add("primary key " + names(table.primaryKey()));
        for (Table.UniqueKey key : table.uniqueKeys()) {
            parts.add("constraint " + name(key.columns(), "key") + " unique " + names(key.columns()));
        }
        if (database == Database.SQLITE) foreignKeys().forEach(join -> parts.add(foreignKey(join)));
        String text = "create table " + qualifiedName(table) + " (\n  " + String.join(",\n  ", parts) + "\n)";
        // byte by byte, as the others compare: the usual collation takes "a" and "Ä" for the same
        return database.isMysqlFamily() ? text + " default character set utf8mb4 collate utf8mb4_bin" : text;
    }

    /** Empty on SQLite, where they are part of the table. */
    List<String> addForeignKeys() {
        if (database == Database.SQLITE) return List.of();
        return foreignKeys().stream()
                .map(join -> "alter table " + qualifiedName(table) + " add " + foreignKey(join))
                .toList();
    }

    List<String> createIndexes() {
        return indexes.stream()
                .map(columns ->
                        "create index " + name(columns, "idx") + " on " + qualifiedName(table) + " " + names(columns))
                .toList();
    }

    /** Of belongs-to relations that lead to a key: nothing else can be referred to. */
    private Set<Relation.Join> foreignKeys() {
        return table.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.BELONGS_TO)
                .map(relation -> relation.path().getFirst())
                .filter(join -> join.to().isUnique(join.toColumns()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String foreignKey(Relation.Join join) {
        return "constraint " + name(join.fromColumns(), "fkey") + " foreign key " + names(join.fromColumns())
                + " references " + qualifiedName(join.to()) + " " + names(join.toColumns());
    }

    boolean isIdentity(Column column) {
        Kind kind = column.type().kind();
        return table.primaryKey().equals(List.of(column))
                && (kind == Kind.INTEGER || kind == Kind.BIGINT)
                && (column.is(Trait.DEFAULTED) || column.is(Trait.GENERATED));
    }

    private boolean isInlineKey() {
        if (table.primaryKey().isEmpty()) return true;
        return database == Database.SQLITE && isIdentity(table.primaryKey().getFirst());
    }

    private boolean isIndexed(Column column) {
        return table.primaryKey().contains(column)
                || table.uniqueKeys().stream().anyMatch(key -> key.columns().contains(column))
                || indexes.stream().anyMatch(columns -> columns.contains(column));
    }

    private boolean isPrefixOfKey(List<Column> columns) {
        return startsWith(table.primaryKey(), columns)
                || table.uniqueKeys().stream().anyMatch(key -> startsWith(key.columns(), columns));
    }

    private static boolean startsWith(List<Column> key, List<Column> columns) {
        return key.size() >= columns.size() && key.subList(0, columns.size()).equals(columns);
    }

    private String names(List<Column> columns) {
        return columns.stream()
                .map(column -> database.quote(column.name()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String qualifiedName(Table table) {
        String schema = table.schema();
        return (schema == null ? "" : database.quote(schema) + ".") + database.quote(table.name());
    }

    /** Of a constraint or index, as PostgreSQL would name it; one that is too long ends with a checksum instead. */
    private String name(List<Column> columns, String suffix) {
        String parts = columns.stream().map(Column::name).collect(Collectors.joining("_"));
        String name = table.name() + "_" + parts + "_" + suffix;
        if (name.length() <= MAX_NAME_LENGTH) return database.quote(name);
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        String end = "_%08x_%s".formatted(checksum.getValue(), suffix);
        return database.quote(name.substring(0, MAX_NAME_LENGTH - end.length()) + end);
    }
}
