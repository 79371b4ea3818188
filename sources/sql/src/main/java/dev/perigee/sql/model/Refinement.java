package dev.perigee.sql.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What people know better than the rules by which {@link DatabaseModel} reads a database. Immutable.
 *
 * <p>Tables and columns go by the names that the database has for them, with their case; a table of another schema than the
 * connection's own by {@code schema.table}. Relations go by the type or table, and by the field that they have without a
 * refinement.
 * Each name must be there: one that is not, is a mistake, and tells so.
 */
public final class Refinement {
    /** A part of a table or type. */
    record Member(String of, String name) {
        @Override
        public String toString() {
            return of + "." + name;
        }
    }

    private final Map<String, String> typeNames;
    private final Map<Member, String> fieldNames;
    private final Map<Member, String> relationNames;
    private final Map<Member, String> relationsOfTables;
    private final Map<String, String> plurals;
    private final Set<String> hiddenTables;
    private final Set<Member> hiddenColumns;
    private final Set<String> readOnlyTables;
    private final Set<Member> versionColumns;
    private final Set<String> schemas;
    private final boolean isOnlyIndexed;

    private Refinement(Builder builder) {
        typeNames = Map.copyOf(builder.typeNames);
        fieldNames = Map.copyOf(builder.fieldNames);
        relationNames = Map.copyOf(builder.relationNames);
        relationsOfTables = Map.copyOf(builder.relationsOfTables);
        plurals = Map.copyOf(builder.plurals);
        hiddenTables = Set.copyOf(builder.hiddenTables);
        hiddenColumns = Set.copyOf(builder.hiddenColumns);
        readOnlyTables = Set.copyOf(builder.readOnlyTables);
        versionColumns = Set.copyOf(builder.versionColumns);
        // in the order in which they were named: a type of the first keeps its name
        schemas = Collections.unmodifiableSet(new LinkedHashSet<>(builder.schemas));
        isOnlyIndexed = builder.isOnlyIndexed;
    }

    /** Leaves everything to the rules. */
    public static Refinement none() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    Map<String, String> typeNames() {
        return typeNames;
    }

    Map<Member, String> fieldNames() {
        return fieldNames;
    }

    Map<Member, String> relationNames() {
        return relationNames;
    }

    /** By the database's name of the table that has them. */
    Map<Member, String> relationsOfTables() {
        return relationsOfTables;
    }

    Map<String, String> plurals() {
        return plurals;
    }

    Set<String> hiddenTables() {
        return hiddenTables;
    }

    Set<Member> hiddenColumns() {
        return hiddenColumns;
    }

    Set<String> readOnlyTables() {
        return readOnlyTables;
    }

    Set<Member> versionColumns() {
        return versionColumns;
    }

    /** None where the connection's own is meant. */
    Set<String> schemas() {
        return schemas;
    }

    boolean isOnlyIndexed() {
        return isOnlyIndexed;
    }

    /** Collects a {@link Refinement}. For one thread. */
    public static final class Builder {
        private final Map<String, String> typeNames = new LinkedHashMap<>();
        private final Map<Member, String> fieldNames = new LinkedHashMap<>();
        private final Map<Member, String> relationNames = new LinkedHashMap<>();
        private final Map<Member, String> relationsOfTables = new LinkedHashMap<>();
        private final Map<String, String> plurals = new LinkedHashMap<>();
        private final Set<String> hiddenTables = new LinkedHashSet<>();
        private final Set<Member> hiddenColumns = new LinkedHashSet<>();
        private final Set<String> readOnlyTables = new LinkedHashSet<>();
        private final Set<Member> versionColumns = new LinkedHashSet<>();
        private final Set<String> schemas = new LinkedHashSet<>();
        private boolean isOnlyIndexed;

        private Builder() {}

        /** The graph's type of a table's rows. Relations that are named after the type change with it. */
        public Builder renameTable(String table, String typeName) {
            typeNames.put(table, typeName);
            return this;
        }

        /** The graph's field of a column. */
        public Builder renameColumn(String table, String column, String fieldName) {
            fieldNames.put(new Member(table, column), fieldName);
            return this;
        }

        /** @param fieldName that it has without this */
        public Builder renameRelation(String typeName, String fieldName, String newName) {
            relationNames.put(new Member(typeName, fieldName), newName);
            return this;
        }

        /**
         * As {@link #renameRelation}, by the name that the database has for the table.
         *
         * @param fieldName that it has without this
         */
        public Builder renameRelationOfTable(String table, String fieldName, String newName) {
            relationsOfTables.put(new Member(table, fieldName), newName);
            return this;
        }

        /** A noun that the rules for English would get wrong, such as {@code datum}, {@code data}. */
        public Builder plural(String singular, String plural) {
            plurals.put(singular, plural);
            return this;
        }

        /** Leaves out a table, and the relations that lead to it. */
        public Builder hideTable(String table) {
            hiddenTables.add(table);
            return this;
        }

        /** The column never leaves the server. Relations that go by it stay. */
        public Builder hideColumn(String table, String column) {
            hiddenColumns.add(new Member(table, column));
            return this;
        }

        public Builder readOnly(String table) {
            readOnlyTables.add(table);
            return this;
        }

        /** The column counts the writes of a row; a whole number. */
        public Builder versionColumn(String table, String column) {
            versionColumns.add(new Member(table, column));
            return this;
        }

        /** Reads the tables of this schema; of MariaDB and MySQL, of this database. May be called again. */
        public Builder schema(String schema) {
            schemas.add(schema);
            return this;
        }

        /** Clients filter and order only by keys, and by columns that an index begins with. */
        public Builder onlyIndexed() {
            isOnlyIndexed = true;
            return this;
        }

        public Refinement build() {
            return new Refinement(this);
        }
    }
}
