package dev.perigee.validation;

import dev.perigee.language.Field;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.InterfaceType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Suggestions;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Every selected field exists on the type it is selected from.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Field-Selections">Field Selections</a>
 */
final class FieldsOnCorrectType implements Rule.OnUndefinedField {
    private static final int MOST_SUGGESTED = 5;

    @Override
    public void enterUndefinedField(Field field, CompositeType parent, Scope scope, Problems problems) {
        problems.add(
                ProblemCode.FIELD_UNDEFINED,
                "Cannot query field \"%s\" on type \"%s\".%s"
                        .formatted(field.name(), parent.name(), suggestion(field.name(), parent, scope.schema())),
                field.location());
    }

    private static String suggestion(String field, CompositeType parent, Schema schema) {
        Set<String> types = typesWith(field, parent, schema);
        if (types.isEmpty()) return Suggestions.didYouMean(field, parent.fieldNames());
        return " Did you mean to use an inline fragment on %s?".formatted(Names.oneOf(types, MOST_SUGGESTED));
    }

    /** Types inside an abstract one that have the field: interfaces before objects, since they serve more. */
    private static Set<String> typesWith(String field, CompositeType parent, Schema schema) {
        Set<String> interfaces = new LinkedHashSet<>();
        Set<String> objects = new LinkedHashSet<>();
        if (parent instanceof ObjectType) return objects;
        for (ObjectType object : schema.possibleTypes(parent)) {
            if (object.field(field) == null) continue;
            objects.add(object.name());
            for (InterfaceType implemented : object.interfaces()) {
                if (implemented.field(field) != null) interfaces.add(implemented.name());
            }
            if (interfaces.size() + objects.size() >= 4 * MOST_SUGGESTED) break;
        }
        interfaces.addAll(objects);
        return interfaces;
    }
}
