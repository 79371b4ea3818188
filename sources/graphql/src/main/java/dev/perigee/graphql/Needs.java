package dev.perigee.graphql;

import dev.perigee.data.SelectedField;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What fields of others read of a remote's objects. Immutable.
 *
 * @param parts coordinates of the fields that are parts of the remote's objects
 * @param declared names of fields that Java code reads, by the coordinate of its own field
 */
record Needs(Set<String> parts, Map<String, List<String>> declared) {
    /** Whether the remote is asked for the field itself. */
    boolean isPart(SelectedField field) {
        String coordinate = field.definition().coordinate();
        return parts.contains(coordinate) && !declared.containsKey(coordinate);
    }

    /** The fields to ask for in place of one that is no part; all leaves where it is not known which. */
    Set<String> of(SelectedField field, ObjectType remote) {
        if (field.definition().name().startsWith("__")) return Set.of();
        List<String> known = declared.get(field.definition().coordinate());
        Set<String> needs = known == null ? field.parentNeeds() : Set.copyOf(known);
        Set<String> leaves = leaves(remote);
        return needs == null || !leaves.containsAll(needs) ? leaves : needs;
    }

    private static Set<String> leaves(ObjectType remote) {
        return remote.fields().stream()
                .filter(Needs::isReadable)
                .map(OutputField::name)
                .collect(Collectors.toSet());
    }

    /** Whether a field can be read as a property: a leaf that takes no arguments, or none that must be given. */
    static boolean isReadable(@Nullable OutputField field) {
        return field != null && field.isLeaf() && field.arguments().stream().noneMatch(InputValue::isRequired);
    }
}
