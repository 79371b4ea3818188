package dev.perigee.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.ScalarType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a scalar or enum value is written. Immutable. */
public sealed interface LeafFormat {
    /** A scalar that the specification defines. */
    enum BuiltIn implements LeafFormat {
        INT,
        FLOAT,
        STRING,
        BOOLEAN,
        ID
    }

    /** A scalar whose values a coercion turns into what JSON can say. */
    record Custom(ScalarType type) implements LeafFormat {}

    /** An enum, each of its values written by what Java has for it. */
    final class OfEnum implements LeafFormat {
        private final EnumType type;
        private final Map<Object, byte[]> json;
        private final Set<Object> hidden;
        private volatile Constants lastConstants = new Constants(Enum.class, new byte[0][]);

        /** The JSON of all constants of one Java enum, by their ordinals. */
        private record Constants(Class<?> type, byte[] @Nullable [] json) {}

        /** @param hidden what stands for values that callers do not see */
        OfEnum(EnumType type, Map<Object, byte[]> json, Set<Object> hidden) {
            this.type = type;
            this.json = json;
            this.hidden = hidden;
        }

        public EnumType type() {
            return type;
        }

        /** The JSON of a value, null if the enum has no such value. A Java enum constant counts by its name, too. */
        public byte @Nullable [] json(Object value) {
            if (!(value instanceof Enum<?> constant)) return json.get(value);
            Constants constants = lastConstants;
            if (constants.type != constant.getDeclaringClass()) {
                constants = constants(constant.getDeclaringClass());
                lastConstants = constants;
            }
            return constants.json[constant.ordinal()];
        }

        private Constants constants(Class<? extends Enum<?>> type) {
            byte[] @Nullable [] all = Arrays.stream(type.getEnumConstants())
                    .map(constant -> json.getOrDefault(constant, json.get(constant.name())))
                    .toArray(byte[][]::new);
            return new Constants(type, all);
        }

        /** Whether a value without {@link #json} is one of the enum all the same. */
        public boolean isHidden(Object value) {
            return hidden.contains(value) || value instanceof Enum<?> constant && hidden.contains(constant.name());
        }
    }

    static LeafFormat of(DefinedType type) {
        if (type instanceof EnumType values) return of(values, values);
        return switch (type.name()) {
            case "Int" -> BuiltIn.INT;
            case "Float" -> BuiltIn.FLOAT;
            case "String" -> BuiltIn.STRING;
            case "Boolean" -> BuiltIn.BOOLEAN;
            case "ID" -> BuiltIn.ID;
            default -> new Custom((ScalarType) type);
        };
    }

    /** @param seen the enum as callers see it */
    static LeafFormat of(EnumType type, EnumType seen) {
        Map<Object, byte[]> json = json(seen);
        Set<Object> hidden = new HashSet<>(type == seen ? Set.of() : json(type).keySet());
        hidden.removeAll(json.keySet());
        return new OfEnum(type, Map.copyOf(json), Set.copyOf(hidden));
    }

    private static Map<Object, byte[]> json(EnumType type) {
        Map<Object, byte[]> json = new HashMap<>();
        for (EnumMember member : type.values()) {
            byte[] name = ("\"" + member.name() + "\"").getBytes(UTF_8);
            json.putIfAbsent(member.name(), name);
            json.put(member.value(), name);
        }
        return json;
    }
}
