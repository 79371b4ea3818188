package dev.perigee.validation;

import dev.perigee.language.Field;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.OutputField;
import org.jspecify.annotations.Nullable;

/** A selected field with its types. */
final class TypedField {
    private final Field node;
    private final CompositeType parent;
    private final @Nullable OutputField definition;
    private final TypedSet in;
    private @Nullable TypedSet selections;

    // Notes of FieldMerging: the fields of the same response name in the set that it looks at.
    @Nullable TypedField next;

    TypedField last = this;

    /** @param definition null if the parent type has no such field */
    TypedField(Field node, CompositeType parent, @Nullable OutputField definition, TypedSet in) {
        this.node = node;
        this.parent = parent;
        this.definition = definition;
        this.in = in;
    }

    Field node() {
        return node;
    }

    /** The type that the field is selected from. */
    CompositeType parent() {
        return parent;
    }

    @Nullable OutputField definition() {
        return definition;
    }

    /** The set in which it stands. */
    TypedSet in() {
        return in;
    }

    void select(TypedSet selections) {
        this.selections = selections;
        selections.belongTo(this);
    }

    /** What is selected from it in turn, null if nothing is. */
    @Nullable TypedSet selections() {
        return selections;
    }

    String responseName() {
        return node.responseName();
    }
}
