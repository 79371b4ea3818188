package dev.perigee.sql.model;

import dev.perigee.sql.model.Column.Trait;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A column as its component describes it, before it is known what refers to it. */
record ColumnDraft(
        String component,
        String name,
        SqlType type,
        Set<Trait> traits,
        @Nullable String description) {
    Column column(int ordinal, boolean isReference) {
        Set<Trait> all = traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits);
        if (isReference) all.add(Trait.REFERENCE);
        return new Column(ordinal, name, component, type, all, description);
    }

    boolean isNullable() {
        return traits.contains(Trait.NULLABLE);
    }
}
