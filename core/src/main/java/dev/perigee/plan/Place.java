package dev.perigee.plan;

import dev.perigee.schema.ObjectType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of the plan: all objects of one type that one field gives, in the whole response. What a run must obtain
 * before it writes is kept in columns, one entry for each object of the place.
 */
public final class Place {
    private final int id;
    private final ObjectType type;
    private final @Nullable PlannedField parent;
    private PlannedField[] fields = {};
    private PlannedField[] columnFields = {};
    private Slot[] slots = {};
    private PlannedField @Nullable [] always;
    private List<PlannedField> propertyFields = List.of();
    private volatile PropertyRow lastRow = PropertyRow.NONE;

    Place(int id, ObjectType type, @Nullable PlannedField parent) {
        this.id = id;
        this.type = type;
        this.parent = parent;
    }

    /** Its number in the plan, from 0. */
    public int id() {
        return id;
    }

    public ObjectType type() {
        return type;
    }

    /** The field whose value stands here, null at the root. */
    public @Nullable PlannedField parent() {
        return parent;
    }

    /** The selected fields, each once. */
    public List<PlannedField> fields() {
        return List.of(fields);
    }

    /** The selected fields but for those that stand in place of what a caller may not see: what sources know of. */
    List<PlannedField> visibleFields() {
        return Arrays.stream(fields)
                .filter(field -> !(field.step() instanceof Step.Denied))
                .toList();
    }

    /** The fields that a run keeps a column for; not to be changed. */
    public PlannedField[] columnFields() {
        return columnFields;
    }

    /** The fields in response order; not to be changed. */
    public Slot[] slots() {
        return slots;
    }

    /** The fields in response order if no condition decides about any of them, otherwise null; not to be changed. */
    public PlannedField @Nullable [] always() {
        return always;
    }

    /** Whether a run must visit the objects of this place before it writes them. */
    public boolean hasColumns() {
        return columnFields.length > 0;
    }

    /**
     * The properties of this place for an object, by {@link Step.Property#index}; not to be changed. The objects of a
     * place are nearly always of one class, so what was found for the last one is kept.
     */
    public PropertyWriter[] properties(Object parent) {
        PropertyRow row = lastRow;
        if (row.type() != parent.getClass()) {
            row = PropertyRow.of(parent.getClass(), propertyFields);
            lastRow = row;
        }
        return row.properties();
    }

    /** Only while the plan is made. */
    void complete(PlannedField[] fields, List<PlannedField> propertyFields, Slot[] slots, PlannedField[] columnFields) {
        this.propertyFields = List.copyOf(propertyFields);
        this.fields = fields;
        this.slots = slots;
        this.always = always(slots);
        this.columnFields = columnFields;
    }

    /** Only while the plan is made: a source has taken over the field whose value stands here. */
    void takeOver() {
        this.columnFields = new PlannedField[0];
    }

    private static PlannedField @Nullable [] always(Slot[] slots) {
        for (Slot slot : slots) {
            if (slot.condition() != Conditions.ALWAYS) return null;
        }
        return Arrays.stream(slots).map(Slot::field).toArray(PlannedField[]::new);
    }

    /**
     * Where a field stands in the response. A field has more than one slot if conditions decide which of its selections
     * comes first; at most one of them holds.
     *
     * @param condition number of a condition of the plan
     */
    public record Slot(PlannedField field, int condition) {}
}
