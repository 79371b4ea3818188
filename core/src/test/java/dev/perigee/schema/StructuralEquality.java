package dev.perigee.schema;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two schemas, in any field of any object that they are made of, whether a method shows it or not.
 * Places in sources don't count.
 */
final class StructuralEquality {
    private static final Set<String> NOT_COMPARED = Set.of("location", "coercedDefault", "overlaps", "block");
    private final Map<Object, Object> compared = new IdentityHashMap<>();

    private StructuralEquality() {}

    /** The path to the first difference, and what it is; empty if there is none. */
    static String difference(Schema one, Schema other) {
        try {
            return new StructuralEquality().compare("schema", one, other);
        } catch (IllegalAccessException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private String compare(String path, Object one, Object other) throws IllegalAccessException {
        if (one == other) return "";
        if (one == null || other == null || !kind(one).equals(kind(other))) return path + ": " + one + " / " + other;
        if (compared.put(one, other) != null) return "";
        if (one instanceof Map<?, ?> map) return compareMaps(path, map, (Map<?, ?>) other);
        if (one instanceof Set<?> set) return compareSets(path, set, (Set<?>) other);
        if (one instanceof Collection<?> list) return compareLists(path, list, (Collection<?>) other);
        if (!one.getClass().getPackageName().startsWith("dev.perigee")) {
            return one.equals(other) ? "" : path + ": " + one + " / " + other;
        }
        for (Class<?> type = one.getClass(); type != Object.class && type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || NOT_COMPARED.contains(field.getName())) continue;
                field.setAccessible(true);
                String found = compare(path + "." + field.getName(), field.get(one), field.get(other));
                if (!found.isEmpty()) return found;
            }
        }
        return "";
    }

    private static Object kind(Object value) {
        if (value instanceof Map) return Map.class;
        if (value instanceof Set) return Set.class;
        if (value instanceof Collection) return Collection.class;
        return value.getClass();
    }

    private String compareLists(String path, Collection<?> one, Collection<?> other) throws IllegalAccessException {
        if (one.size() != other.size()) return path + ": " + one + " / " + other;
        Iterator<?> others = other.iterator();
        int index = 0;
        for (Object item : one) {
            String found = compare(path + "[" + index++ + "]", item, others.next());
            if (!found.isEmpty()) return found;
        }
        return "";
    }

    private String compareSets(String path, Set<?> one, Set<?> other) throws IllegalAccessException {
        return compareMaps(path, byText(one), byText(other));
    }

    private static Map<String, Object> byText(Collection<?> values) {
        Map<String, Object> map = new HashMap<>();
        for (Object value : values) map.put(String.valueOf(value), value);
        return map;
    }

    private String compareMaps(String path, Map<?, ?> one, Map<?, ?> other) throws IllegalAccessException {
        Map<String, Object> first = textKeys(one);
        Map<String, Object> second = textKeys(other);
        if (!first.keySet().equals(second.keySet())) return path + ": " + first.keySet() + " / " + second.keySet();
        for (Map.Entry<String, Object> entry : first.entrySet()) {
            String found = compare(path + "[" + entry.getKey() + "]", entry.getValue(), second.get(entry.getKey()));
            if (!found.isEmpty()) return found;
        }
        return "";
    }

    private static Map<String, Object> textKeys(Map<?, ?> map) {
        Map<String, Object> keys = new HashMap<>();
        map.forEach((key, value) -> keys.put(String.valueOf(key), value));
        return keys;
    }
}
