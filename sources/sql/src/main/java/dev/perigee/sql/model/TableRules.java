package dev.perigee.sql.model;

import dev.perigee.data.AccessRule;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may see a table's rows and their fields, as the annotations of its record say. A table without one has no rules. */
public final class TableRules {
    private static final ClassValue<Map<String, List<AccessRule>>> BY_COMPONENT = new ClassValue<>() {
        @Override
        protected Map<String, List<AccessRule>> computeValue(Class<?> recordClass) {
            Map<String, List<AccessRule>> rules = new HashMap<>();
            for (RecordComponent component : recordClass.getRecordComponents()) {
                List<AccessRule> own = AccessRule.of(component);
                if (!own.isEmpty()) rules.put(component.getName(), own);
            }
            return Map.copyOf(rules);
        }
    };

    private TableRules() {}

    /** Of the rows. */
    public static List<AccessRule> of(Table table) {
        Class<?> recordClass = table.recordClass();
        return recordClass == null ? List.of() : AccessRule.of(recordClass);
    }

    /** Of a column or relation, without those of what the relation leads to. */
    public static List<AccessRule> of(Table table, String fieldName) {
        @Nullable Class<?> recordClass = table.recordClass();
        return recordClass == null ? List.of() : BY_COMPONENT.get(recordClass).getOrDefault(fieldName, List.of());
    }

    /** Whether a table or one of its fields has any. */
    public static boolean isAnyOf(Table table) {
        Class<?> recordClass = table.recordClass();
        return recordClass != null
                && (!AccessRule.of(recordClass).isEmpty()
                        || !BY_COMPONENT.get(recordClass).isEmpty());
    }
}
