package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enum type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#EnumValueDefinition">Enums</a>
 */
public final class EnumMember implements Member {
    private final String enumName;
    private final String name;
    private final @Nullable String description;
    private final @Nullable String deprecationReason;
    private final Object value;
    private final Location location;
    private List<AppliedDirective> appliedDirectives = List.of();

    EnumMember(
            String enumName,
            String name,
            @Nullable String description,
            @Nullable String deprecationReason,
            Object value,
            Location location) {
        this.enumName = enumName;
        this.name = name;
        this.description = description;
        this.deprecationReason = deprecationReason;
        this.value = value;
        this.location = location;
    }

    void apply(List<AppliedDirective> directives) {
        this.appliedDirectives = directives;
    }

    @Override
    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    /** Why it should not be used any more; null if it is not deprecated. */
    public @Nullable String deprecationReason() {
        return deprecationReason;
    }

    /** What stands for it in Java: what was given for it, or else its name. */
    public Object value() {
        return value;
    }

    public List<AppliedDirective> appliedDirectives() {
        return appliedDirectives;
    }

    public Location location() {
        return location;
    }

    /** Its schema coordinate, such as {@code Color.RED}. */
    public String coordinate() {
        return enumName + "." + name;
    }

    @Override
    public String toString() {
        return coordinate();
    }
}
