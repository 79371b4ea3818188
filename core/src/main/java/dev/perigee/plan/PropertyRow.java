package dev.perigee.plan;

import dev.perigee.data.PropertyReader;
import java.util.List;

/** All properties that a place reads of one Java class, found once and not for each object. Immutable. */
record PropertyRow(Class<?> type, PropertyWriter[] properties) {
    /** Before any object was met. */
    static final PropertyRow NONE = new PropertyRow(Object.class, new PropertyWriter[0]);

    static PropertyRow of(Class<?> type, List<PlannedField> fields) {
        PropertyWriter[] properties = new PropertyWriter[fields.size()];
        for (int i = 0; i < properties.length; i++) {
            PlannedField field = fields.get(i);
            var getter = new PropertyReader(field.definition().name()).of(type);
            properties[i] = PropertyWriter.of(getter, field.shape());
        }
        return new PropertyRow(type, properties);
    }
}
