package dev.perigee.validation;

import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.NonNull;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields that meet at one response position have the same shape, whatever objects they are of.
 *
 * @see <a href="https://spec.graphql.org/September2025/#SameResponseShape()">SameResponseShape</a>
 */
final class SameShape {
    private final FieldGroups groups;
    private final MergeQueue queue = new MergeQueue(1);
    private final List<Conflict> conflicts = new ArrayList<>(0);
    private boolean someFieldsDiffer;

    SameShape(FieldGroups groups) {
        this.groups = groups;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** Whether fields that meet are different ones, as far as is known without the fields in which they are nested. */
    boolean someFieldsDiffer() {
        return someFieldsDiffer;
    }

    void check(TypedSet root) {
        queue.add(root);
        for (MergedSet set = queue.next(); set != null && !groups.isOverLimit(); set = queue.next()) {
            List<TypedField> firsts = groups.of(set);
            for (int i = 0; i < firsts.size(); i++) {
                TypedField first = firsts.get(i);
                if (first.next == null) queue.add(first.selections());
                else checkGroup(first, set);
            }
        }
    }

    private void checkGroup(TypedField first, MergedSet set) {
        List<TypedField> merged = List.of(); // those that select something
        TypedField known = null; // the first with a type: what has none is wrong anyway
        boolean differ = false;
        for (TypedField field = first; field != null; field = field.next) {
            if (known == null && field.definition() != null) known = field;
            if (known != null && !haveSameShape(known.definition(), field.definition())) {
                conflicts.add(Conflict.of(set, known, field, SameShape::difference));
                queue.add(field.selections());
            } else if (field.selections() != null) {
                if (merged.isEmpty()) merged = new ArrayList<>(4);
                merged.add(field);
            }
            differ = differ || !SameFields.areSame(first, field);
        }
        queue.add(merged, set);
        if (differ && !someFieldsDiffer)
            someFieldsDiffer = !FieldsByParent.of(first).areTheSame();
    }

    private static boolean haveSameShape(@Nullable OutputField first, @Nullable OutputField second) {
        return first == second || first == null || second == null || haveSameShape(first.type(), second.type());
    }

    private static boolean haveSameShape(Type first, Type second) {
        Type a = first;
        Type b = second;
        while (a != b) {
            switch (a) {
                case NonNull nonNull -> {
                    if (!(b instanceof NonNull other)) return false;
                    a = nonNull.type();
                    b = other.type();
                }
                case ListOf list -> {
                    if (!(b instanceof ListOf other)) return false;
                    a = list.type();
                    b = other.type();
                }
                case DefinedType defined -> {
                    return b instanceof DefinedType && !defined.isLeaf() && !b.isLeaf();
                }
            }
        }
        return true;
    }

    private static String difference(TypedField first, TypedField second) {
        return "they return conflicting types \"%s\" and \"%s\"".formatted(type(first), type(second));
    }

    private static @Nullable Type type(TypedField field) {
        return field.definition() == null ? null : field.definition().type();
    }
}
