package dev.perigee.validation;

import dev.perigee.language.Field;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.OutputField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection set with types: the fields directly in it or in its inline fragments, and the fragments that are spread
 * there. As the walk found them, so that no type is looked up twice.
 */
final class TypedSet {
    private final int size;
    private final int id;
    private @Nullable TypedField field;
    private List<TypedField> fields = List.of();
    private List<Executable> spreads = List.of();

    // Notes of FieldMerging.
    int seenInCollection;
    int seenInRounds;

    /**
     * @param size how many fields there are, if there are any and all stand directly in it
     * @param id distinct in the document
     */
    TypedSet(int size, int id) {
        this.size = size;
        this.id = id;
    }

    TypedField add(Field node, CompositeType parent, @Nullable OutputField definition) {
        if (fields.isEmpty()) fields = new ArrayList<>(size);
        TypedField field = new TypedField(node, parent, definition, this);
        fields.add(field);
        return field;
    }

    void spread(Executable fragment) {
        if (spreads.isEmpty()) spreads = new ArrayList<>(4);
        spreads.add(fragment);
    }

    void belongTo(TypedField field) {
        this.field = field;
    }

    /** The field whose selections these are; null for those of an operation or fragment. */
    @Nullable TypedField field() {
        return field;
    }

    int id() {
        return id;
    }

    List<TypedField> fields() {
        return fields;
    }

    List<Executable> spreads() {
        return spreads;
    }
}
