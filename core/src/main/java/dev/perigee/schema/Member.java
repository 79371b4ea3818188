package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a name within its type or directive: a field, an argument, an enum value. */
public abstract sealed class Member permits OutputField, InputValue, EnumMember {
    private final String name;
    private final @Nullable String description;
    private final @Nullable String deprecationReason;
    private final Location location;
    private List<AppliedDirective> appliedDirectives = List.of();

    Member(String name, @Nullable String description, @Nullable String deprecationReason, Location location) {
        this.name = name;
        this.description = description;
        this.deprecationReason = deprecationReason;
        this.location = location;
    }

    /** Called once, before the schema is visible to anyone. */
    final void apply(List<AppliedDirective> directives) {
        this.appliedDirectives = directives;
    }

    public final String name() {
        return name;
    }

    public final @Nullable String description() {
        return description;
    }

    /** Why it should not be used any more; null if it is not deprecated. */
    public final @Nullable String deprecationReason() {
        return deprecationReason;
    }

    /** The directives on its definition, in their order. */
    public final List<AppliedDirective> appliedDirectives() {
        return appliedDirectives;
    }

    /** Where its definition starts, after its description; {@link Location#NONE} if it stands in no source. */
    public final Location location() {
        return location;
    }

    /**
     * Its schema coordinate.
     *
     * @see <a href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates">Schema Coordinates</a>
     */
    public abstract String coordinate();

    @Override
    public final String toString() {
        return coordinate();
    }
}
