package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An enum type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Enums">Enums</a>
 */
public final class EnumType extends DefinedType {
    private final Members<EnumMember> values;
    private final Map<Object, EnumMember> byValue;

    EnumType(String name, @Nullable String description, Location location, Members<EnumMember> values) {
        super(name, description, location);
        this.values = values;
        this.byValue = HashMap.newHashMap(values.list().size());
        for (EnumMember member : values.list()) byValue.putIfAbsent(member.value(), member);
    }

    /** The values in the order of the definition, then of its extensions. */
    public List<EnumMember> values() {
        return values.list();
    }

    /** A value by its name, null if there is none. */
    public @Nullable EnumMember value(String name) {
        return values.find(name);
    }

    /** The names of the values in their order. */
    public Collection<String> valueNames() {
        return values.names();
    }

    /**
     * The value that stands for what Java code returned: the one with an equal {@link EnumMember#value}, or else the
     * one with the name of the Java enum constant or the string. Null if there is none.
     */
    public @Nullable EnumMember valueOf(Object value) {
        EnumMember member = byValue.get(value);
        if (member != null) return member;
        return switch (value) {
            case Enum<?> constant -> values.find(constant.name());
            case String text -> values.find(text);
            default -> null;
        };
    }
}
