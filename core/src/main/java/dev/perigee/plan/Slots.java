package dev.perigee.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the fields of a place in response order: that of first appearance among the selections that count. Where the
 * first selection of a field is conditional, the field has a slot for each of its selections, for when all earlier ones
 * do not count.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Serialized-Map-Ordering">Serialized Map Ordering</a>
 */
final class Slots {
    private Slots() {}

    /** A selection of a field, by where it stands among all selections. */
    private record Candidate(PlannedField field, int condition, int order) {}

    static Place.Slot[] of(
            List<PlannedField> fields, List<List<Collector.Occurrence>> occurrences, Conditions conditions) {
        List<Candidate> candidates = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            int before = Conditions.NEVER;
            for (Collector.Occurrence occurrence : occurrences.get(i)) {
                int condition = conditions.and(occurrence.condition(), conditions.not(before));
                if (condition != Conditions.NEVER) {
                    candidates.add(new Candidate(fields.get(i), condition, occurrence.order()));
                }
                before = conditions.or(before, occurrence.condition());
            }
        }
        candidates.sort((a, b) -> Integer.compare(a.order, b.order));
        return candidates.stream()
                .map(candidate -> new Place.Slot(candidate.field, candidate.condition))
                .toArray(Place.Slot[]::new);
    }
}
