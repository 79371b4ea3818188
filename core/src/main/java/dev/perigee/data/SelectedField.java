package dev.perigee.data;

import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field as an operation selects it, merged from all places that select it under one response name. Immutable.
 * Compared by identity.
 */
public interface SelectedField {
    /** Its alias, or else its name. */
    String responseName();

    /** The object type whose field it is. */
    ObjectType parentType();

    /** The field that it is selected below, null for a field of the root type. */
    @Nullable SelectedField parent();

    /** The field in the schema. */
    OutputField definition();

    /**
     * Its arguments as the document has them, in one form: fields of one definition whose texts are equal have equal
     * arguments in every request.
     */
    String argumentText();

    /** Its arguments if they are the same in all requests, null if variables decide about them. */
    @Nullable Arguments constantArguments();

    /**
     * What it reads of the objects that have it, as its own source says: names of properties, which the source of the
     * objects may leave all others out for. Null where that is not known. Not before the operation is planned.
     */
    @Nullable Set<String> parentNeeds();

    /**
     * The object types that the field's value may have, those that nothing is selected of included, and those that callers
     * do not see left out; none for a leaf.
     */
    List<ObjectType> possibleTypes();

    /** What is selected of one of the {@link #possibleTypes()}, in response order. */
    List<? extends SelectedField> selected(ObjectType type);
}
