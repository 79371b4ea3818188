package dev.perigee.plan;

import dev.perigee.data.PartSource;
import dev.perigee.data.PartWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who writes parts: a source writes a field with all that is below it in one go if all of that is in its value, and leaves
 * the field to the engine otherwise.
 */
final class Parts {
    private Parts() {}

    /** Until it is known what is selected below. */
    static Step undecided(PartSource source) {
        return new Step.Part(source, Parts::unassigned);
    }

    /** How a part is obtained, once it is known what is selected below. */
    static Step step(PlannedField field, PartSource source) {
        boolean isWhole = !field.isNarrowed() && field.children().stream().allMatch(place -> isOf(source, place));
        return isWhole ? undecided(source) : new Step.Read(source.reader(field));
    }

    /** Whether a source can write all that is selected of one type of its own values; names of types anyone can. */
    private static boolean isOf(PartSource source, Place place) {
        return place.fields().stream()
                .allMatch(field -> field.step() instanceof Step.TypeName
                        || field.step() instanceof Step.Part part && part.source() == source);
    }

    /** Asks for the writers of a finished plan: of the topmost fields only, for they write what is below, too. */
    static void assignWriters(Place place) {
        Map<PartSource, List<PlannedField>> written = new LinkedHashMap<>();
        for (PlannedField field : place.fields()) {
            if (field.step() instanceof Step.Part part) {
                written.computeIfAbsent(part.source(), source -> new ArrayList<>())
                        .add(field);
            } else if (!(field.step() instanceof Step.Fetch)) {
                assignBelow(field);
            }
        }
        written.forEach(Parts::assignWriters);
    }

    private static void assignWriters(PartSource source, List<PlannedField> fields) {
        List<PartWriter> writers = source.fieldWriters(Collections.unmodifiableList(fields));
        for (int i = 0; i < fields.size(); i++) fields.get(i).writeBy(new Step.Part(source, writers.get(i)));
    }

    private static void assignBelow(PlannedField field) {
        PartSource owner = ownerOf(field);
        if (owner == null) field.children().forEach(Parts::assignWriters);
        else field.writeObjectsBy(owner.objectWriter(field));
    }

    /** The source that has all that is selected below a field, whatever the type of its value turns out to be. */
    private static @Nullable PartSource ownerOf(PlannedField field) {
        PartSource owner = null;
        if (field.isNarrowed()) return null;
        for (Place child : field.children()) {
            PartSource ofChild = ownerOf(child);
            if (ofChild == null || owner != null && owner != ofChild) return null;
            owner = ofChild;
        }
        return owner;
    }

    private static @Nullable PartSource ownerOf(Place place) {
        PartSource owner = null;
        for (PlannedField field : place.fields()) {
            if (field.step() instanceof Step.TypeName) continue;
            if (!(field.step() instanceof Step.Part part)) return null;
            if (owner != null && owner != part.source()) return null;
            owner = part.source();
        }
        return owner;
    }

    private static boolean unassigned(Object... ignored) {
        throw new IllegalStateException("The plan is not finished");
    }
}
