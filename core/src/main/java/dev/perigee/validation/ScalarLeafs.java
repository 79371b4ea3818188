package dev.perigee.validation;

import dev.perigee.language.Field;
import dev.perigee.schema.OutputField;

/**
 * What has fields has some of them selected, and what has none doesn't.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections">Leaf Field Selections</a>
 */
final class ScalarLeafs implements Rule.OnField {
    @Override
    public void enterField(Field field, OutputField definition, Scope scope, Problems problems) {
        boolean selects = field.selectionSet() != null;
        if (definition.isLeaf() != selects) return;
        if (field.selectionSet() != null) {
            problems.add(
                    ProblemCode.SELECTION_ON_LEAF,
                    "Field \"%s\" must not have a selection since type \"%s\" has no subfields."
                            .formatted(field.name(), definition.type()),
                    field.selectionSet().location());
        } else {
            problems.add(
                    ProblemCode.SELECTION_MISSING,
                    "Field \"%s\" of type \"%s\" must have a selection of subfields. Did you mean \"%s { ... }\"?"
                            .formatted(field.name(), definition.type(), field.name()),
                    field.location());
        }
    }
}
