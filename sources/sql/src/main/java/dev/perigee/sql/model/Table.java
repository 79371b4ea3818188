package dev.perigee.sql.model;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table or view, and the graph's type of its rows. Immutable once its {@link Model} is built. Compared by identity:
 * a model has each table once.
 */
public final class Table {
    private final @Nullable String schema;
    private final String name;
    private final String typeName;
    private final @Nullable String description;
    private final List<Column> columns;
    private final List<Column> primaryKey;
    private final List<UniqueKey> uniqueKeys;
    private final @Nullable Class<? extends Record> recordClass;
    private final boolean isReadOnly;
    private List<Relation> relations = List.of();

    /**
     * @param schema the database's schema, null for the connection's own
     * @param primaryKey some of {@code columns}; empty where there is none
     * @param uniqueKeys named unique keys, without the primary key
     * @param recordClass the annotated record that the table was described by, null where it was read from a database
     */
    public Table(
            @Nullable String schema,
            String name,
            String typeName,
            @Nullable String description,
            List<Column> columns,
            List<Column> primaryKey,
            List<UniqueKey> uniqueKeys,
            @Nullable Class<? extends Record> recordClass,
            boolean isReadOnly) {
        this.schema = schema;
        this.name = name;
        this.typeName = typeName;
        this.description = description;
        this.columns = List.copyOf(columns);
        this.primaryKey = List.copyOf(primaryKey);
        this.uniqueKeys = List.copyOf(uniqueKeys);
        this.recordClass = recordClass;
        this.isReadOnly = isReadOnly;
        for (int i = 0; i < this.columns.size(); i++) {
            if (this.columns.get(i).ordinal() != i) throw new IllegalArgumentException("Column " + i + " of " + name);
        }
    }

    public @Nullable String schema() {
        return schema;
    }

    public String name() {
        return name;
    }

    public String typeName() {
        return typeName;
    }

    public @Nullable String description() {
        return description;
    }

    /** All of them, by {@link Column#ordinal()}. */
    public List<Column> columns() {
        return columns;
    }

    /** Some of them, by their ordinals. */
    public List<Column> columns(BitSet ordinals) {
        return ordinals.stream().mapToObj(columns::get).toList();
    }

    public List<Column> primaryKey() {
        return primaryKey;
    }

    public List<UniqueKey> uniqueKeys() {
        return uniqueKeys;
    }

    public List<Relation> relations() {
        return relations;
    }

    public @Nullable Class<? extends Record> recordClass() {
        return recordClass;
    }

    public boolean isReadOnly() {
        return isReadOnly;
    }

    /** The column behind a field of the graph, null where there is none. */
    public @Nullable Column columnOfField(String fieldName) {
        for (Column column : columns) {
            if (column.fieldName().equals(fieldName)) return column;
        }
        return null;
    }

    /** The column of the database's name, null where there is none. */
    public @Nullable Column column(String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) return column;
        }
        return null;
    }

    /** The relation behind a field of the graph, null where there is none. */
    public @Nullable Relation relation(String fieldName) {
        for (Relation relation : relations) {
            if (relation.fieldName().equals(fieldName)) return relation;
        }
        return null;
    }

    /** The column that counts the writes of a row, null where there is none. */
    public @Nullable Column versionColumn() {
        for (Column column : columns) {
            if (column.is(Column.Trait.VERSION)) return column;
        }
        return null;
    }

    /** Whether these columns, in any order, are the primary key or a unique key. */
    public boolean isUnique(List<Column> some) {
        if (sameColumns(primaryKey, some)) return true;
        return uniqueKeys.stream().anyMatch(key -> sameColumns(key.columns(), some));
    }

    private static boolean sameColumns(List<Column> key, List<Column> some) {
        return !key.isEmpty() && key.size() == some.size() && key.containsAll(some);
    }

    /** Only while the model is made: relations lead from table to table, and back. */
    void relate(List<Relation> relations) {
        this.relations = List.copyOf(relations);
    }

    /**
     * Columns that no two rows share.
     *
     * @param finderName the root field that finds a row by it, such as {@code findByUsername}
     */
    public record UniqueKey(String finderName, List<Column> columns) {
        public UniqueKey {
            columns = List.copyOf(columns);
            Objects.requireNonNull(finderName);
        }
    }

    /** The name as SQL has it, without quotes. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
