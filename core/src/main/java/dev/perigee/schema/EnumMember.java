package dev.perigee.schema;

import dev.perigee.language.Location;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enum type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#EnumValueDefinition">Enums</a>
 */
public final class EnumMember extends Member {
    private final String enumName;
    private final Object value;

    EnumMember(
            String enumName,
            String name,
            @Nullable String description,
            @Nullable String deprecationReason,
            Object value,
            Location location) {
        super(name, description, deprecationReason, location);
        this.enumName = enumName;
        this.value = value;
    }

    /** What stands for it in Java: what was given for it, or else its name. */
    public Object value() {
        return value;
    }

    /** Its schema coordinate, such as {@code Color.RED}. */
    @Override
    public String coordinate() {
        return enumName + "." + name();
    }
}
