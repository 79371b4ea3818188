package dev.perigee.validation;

import dev.perigee.schema.ObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields that meet under one response name, told apart by the type that they are selected from: fields of two object
 * types are never of the same object, fields of an interface may be of any.
 *
 * @param ofAny those of interfaces and unions
 * @param ofObjects those of each object type
 */
record FieldsByParent(List<TypedField> ofAny, Collection<List<TypedField>> ofObjects) {
    /** @param first of a group */
    static FieldsByParent of(TypedField first) {
        List<TypedField> ofAny = new ArrayList<>();
        Map<ObjectType, List<TypedField>> ofObjects = new LinkedHashMap<>();
        for (TypedField field = first; field != null; field = field.next) {
            if (field.parent() instanceof ObjectType object) {
                ofObjects.computeIfAbsent(object, type -> new ArrayList<>()).add(field);
            } else {
                ofAny.add(field);
            }
        }
        return new FieldsByParent(ofAny, ofObjects.values());
    }

    /** Whether those that may be of one object are the same. */
    boolean areTheSame() {
        TypedField any = ofAny.isEmpty() ? null : ofAny.getFirst();
        if (!areLike(any, ofAny)) return false;
        for (List<TypedField> ofObject : ofObjects) {
            if (!areLike(any, ofObject)) return false;
        }
        return true;
    }

    /** @param model what all must be like, null if that is their first */
    private static boolean areLike(@Nullable TypedField model, List<TypedField> fields) {
        for (TypedField field : fields) {
            if (!SameFields.areSame(model == null ? fields.getFirst() : model, field)) return false;
        }
        return true;
    }
}
