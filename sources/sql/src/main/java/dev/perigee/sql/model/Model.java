package dev.perigee.sql.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables behind a graph, with the relations between them. Immutable. */
public final class Model {
    private final Map<String, Table> tables;
    private final Inflection inflection;

    private Model(Map<String, Table> tables, Inflection inflection) {
        this.tables = tables;
        this.inflection = inflection;
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** The table behind a type of the graph, null where there is none. */
    public @Nullable Table table(String typeName) {
        return tables.get(typeName);
    }

    /** The plural of a name: {@code categories} for {@code category}. A few words have only one form. */
    public String plural(String name) {
        return inflection.pluralName(name);
    }

    /** Collects a {@link Model}. For one thread. */
    public static final class Builder {
        private final Map<String, Table> tables = new LinkedHashMap<>();
        private final Map<Table, List<Relation>> relations = new LinkedHashMap<>();

        private Inflection inflection = new Inflection(Map.of());

        private Builder() {}

        /** @throws IllegalArgumentException if there is a table for the type already */
        public Builder table(Table table) {
            if (tables.putIfAbsent(table.typeName(), table) != null) {
                throw new IllegalArgumentException("Two tables for the type " + table.typeName());
            }
            return this;
        }

        public Builder relation(Relation relation) {
            relations
                    .computeIfAbsent(relation.owner(), owner -> new ArrayList<>())
                    .add(relation);
            return this;
        }

        /** How names become plurals, where it is not by English alone. */
        Builder inflection(Inflection inflection) {
            this.inflection = inflection;
            return this;
        }

        public Model build() {
            relations.forEach(Table::relate);
            return new Model(new LinkedHashMap<>(tables), inflection);
        }
    }
}
