package dev.perigee.sql.model;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable.
 *
 * @param ordinal its place among the columns of its table, from 0
 * @param name as the database has it
 * @param fieldName as the graph and the record have it
 * @param traits what else is known of it
 * @param description for the schema, null where there is none
 */
public record Column(
        int ordinal,
        String name,
        String fieldName,
        SqlType type,
        Set<Trait> traits,
        @Nullable String description) {
    /** What is known of a column besides its type. */
    public enum Trait {
        /** May be null. */
        NULLABLE,
        /** Never leaves the server: is in no schema, no filter, no order, no error message. */
        HIDDEN,
        /** Clients may filter by it. */
        FILTERABLE,
        /** Clients may order by it. */
        SORTABLE,
        /** The database gives the value of a new row where none is given: an identity or a default. */
        DEFAULTED,
        /** The database computes the value; nobody can write it. */
        GENERATED,
        /** Counts the writes of a row, for optimistic locking. */
        VERSION,
        /** Is part of the primary key or a foreign key: an ID in the graph. */
        REFERENCE
    }

    public Column {
        traits = traits.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(traits));
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    public boolean isNullable() {
        return traits.contains(Trait.NULLABLE);
    }

    public boolean isHidden() {
        return traits.contains(Trait.HIDDEN);
    }

    @Override
    public String toString() {
        return name;
    }
}
