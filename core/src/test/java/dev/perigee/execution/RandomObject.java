package dev.perigee.execution;

import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * An object of a random graph without end: a map that makes up each entry when it is asked for, the same one each time.
 * Now and then an entry is null or wrong, whatever its type says.
 */
final class RandomObject extends AbstractMap<String, Object> {
    /** The scalars whose results are refused by both engines if they are of another kind. */
    private static final Set<String> STRICT = Set.of("Int", "Float", "Boolean");

    private final Schema schema;
    private final ObjectType type;
    private final long seed;

    RandomObject(Schema schema, ObjectType type, long seed) {
        this.schema = schema;
        this.type = type;
        this.seed = seed;
    }

    @Override
    public Object get(Object key) {
        if (key.equals("__typename")) return type.name();
        OutputField field = type.field((String) key);
        return field == null ? null : value(field.type(), new Random(seed * 31 + key.hashCode()));
    }

    @Override
    public boolean containsKey(Object key) {
        return key.equals("__typename") || type.field((String) key) != null;
    }

    private Object value(Type type, Random random) {
        if (random.nextInt(type.isNonNull() ? 40 : 8) == 0) return null;
        if (type.nullable() instanceof ListOf list) return items(list.type(), random);
        DefinedType named = type.named();
        if (named instanceof CompositeType composite) {
            List<ObjectType> possible = schema.possibleTypes(composite);
            return new RandomObject(schema, possible.get(random.nextInt(possible.size())), random.nextLong());
        }
        boolean mayBeWrong = named instanceof EnumType || STRICT.contains(named.name());
        if (mayBeWrong && random.nextInt(40) == 0) return List.of("neither scalar nor enum");
        return named instanceof EnumType enumType
                ? enumType.values()
                        .get(random.nextInt(enumType.values().size()))
                        .name()
                : scalar(named.name(), random);
    }

    private List<Object> items(Type item, Random random) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) items.add(value(item, random));
        return items;
    }

    private static Object scalar(String name, Random random) {
        return switch (name) {
            case "Int" -> random.nextInt();
            case "Float" -> random.nextInt(1000) + 0.25;
            case "Boolean" -> random.nextBoolean();
            default -> "text " + random.nextInt(100) + " \u00e9\n";
        };
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("The graph has no end");
    }

    @Override
    public String toString() {
        return type.name() + " " + seed;
    }
}
