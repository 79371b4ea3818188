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
public final class EnumType implements DefinedType {
    private final String name;
    private final @Nullable String description;
    private final Location location;
    private final Members<EnumMember> values;
    private final Map<Object, EnumMember> byValue;
    private List<AppliedDirective> appliedDirectives = List.of();

    EnumType(String name, @Nullable String description, Location location, Members<EnumMember> values) {
        this.name = name;
        this.description = description;
        this.location = location;
        this.values = values;
        this.byValue = HashMap.newHashMap(values.list().size());
        for (EnumMember member : values.list()) byValue.putIfAbsent(member.value(), member);
    }

    void apply(List<AppliedDirective> directives) {
        this.appliedDirectives = directives;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String description() {
        return description;
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

    @Override
    public List<AppliedDirective> appliedDirectives() {
        return appliedDirectives;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public String toString() {
        return name;
    }
}
