package dev.perigee.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields that may be of one object, and meet under one response name, are the same field with the same arguments. Those
 * that interfaces and objects have in common go with the fields of each object in turn.
 *
 * @see <a href="https://spec.graphql.org/September2025/#FieldsInSetCanMerge()">FieldsInSetCanMerge</a>
 */
final class SameFields {
    private final FieldGroups groups;
    private final Conflicts conflicts;
    private final MergeQueue queue = new MergeQueue(2);

    SameFields(FieldGroups groups, Conflicts conflicts) {
        this.groups = groups;
        this.conflicts = conflicts;
    }

    static boolean areSame(TypedField first, TypedField other) {
        return first == other
                || (first.node().name().equals(other.node().name())
                        && SameValue.arguments(
                                first.node().arguments(), other.node().arguments()));
    }

    void check(TypedSet root) {
        queue.add(root);
        for (MergedSet set = queue.next(); set != null && !groups.isOverLimit(); set = queue.next()) {
            List<TypedField> firsts = groups.of(set);
            for (int i = 0; i < firsts.size(); i++) {
                TypedField first = firsts.get(i);
                if (first.next == null) queue.add(first.selections());
                else checkGroup(FieldsByParent.of(first), set);
            }
        }
    }

    private void checkGroup(FieldsByParent fields, MergedSet set) {
        List<TypedField> ofAny = same(null, fields.ofAny(), set);
        if (fields.ofObjects().isEmpty()) queue.add(ofAny, set);
        TypedField model = ofAny.isEmpty() ? null : ofAny.getFirst();
        for (List<TypedField> ofObject : fields.ofObjects()) {
            groups.steps(ofAny.size() + ofObject.size());
            if (groups.isOverLimit()) return;
            List<TypedField> together = new ArrayList<>(ofAny);
            together.addAll(same(model, ofObject, set));
            queue.add(together, set);
        }
    }

    /** The fields that are like the model, or else like the first of them; the others are in conflict with it. */
    private List<TypedField> same(@Nullable TypedField model, List<TypedField> fields, MergedSet set) {
        List<TypedField> same = new ArrayList<>(fields.size());
        for (TypedField field : fields) {
            TypedField first = model == null ? fields.getFirst() : model;
            if (areSame(first, field)) {
                same.add(field);
            } else {
                conflicts.add(Conflict.of(set, first, field, SameFields::difference));
                queue.add(field.selections());
            }
        }
        return same;
    }

    private static String difference(TypedField first, TypedField second) {
        String one = first.node().name();
        String other = second.node().name();
        return one.equals(other)
                ? "they have differing arguments"
                : "\"%s\" and \"%s\" are different fields".formatted(one, other);
    }
}
