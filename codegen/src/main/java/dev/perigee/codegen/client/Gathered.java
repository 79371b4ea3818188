package dev.perigee.codegen.client;

import dev.perigee.language.Field;
import dev.perigee.language.SelectionSet;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.OutputField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is selected under one response name, which validation has found to go together. */
final class Gathered {
    /** A selection set as it stands somewhere. */
    record Part(CompositeType type, SelectionSet set, boolean isConditional) {}

    private final List<SelectionSet> sets = new ArrayList<>();
    private final List<Boolean> conditions = new ArrayList<>();
    final @Nullable OutputField definition;
    private boolean isConditional = true;

    Gathered(@Nullable OutputField definition) {
        this.definition = definition;
    }

    void add(Field field, boolean isConditional) {
        if (!isConditional) this.isConditional = false;
        if (field.selectionSet() == null) return;
        sets.add(field.selectionSet());
        conditions.add(isConditional);
    }

    /** Whether no part of the document asks for it in every case. */
    boolean isConditional() {
        return isConditional;
    }

    /** What is selected below; of several, those that are conditional may be left out while others are not. */
    List<Part> below(CompositeType type) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++)
            parts.add(new Part(type, sets.get(i), sets.size() > 1 && conditions.get(i)));
        return parts;
    }
}
