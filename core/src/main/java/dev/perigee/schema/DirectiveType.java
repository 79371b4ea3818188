package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a directive is: its arguments, and where it may stand.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-System.Directives">Directives</a>
 */
public final class DirectiveType {
    private final String name;
    private final @Nullable String description;
    private final Members<InputValue> arguments;
    private final boolean repeatable;
    private final Set<DirectiveLocation> locations;
    private final Location location;

    DirectiveType(
            String name,
            @Nullable String description,
            Members<InputValue> arguments,
            boolean repeatable,
            Set<DirectiveLocation> locations,
            Location location) {
        this.name = name;
        this.description = description;
        this.arguments = arguments;
        this.repeatable = repeatable;
        this.locations = locations;
        this.location = location;
    }

    /** The name, without {@code @}. */
    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    /** The arguments in the order of the definition. */
    public List<InputValue> arguments() {
        return arguments.list();
    }

    /** An argument by name, null if there is none. */
    public @Nullable InputValue argument(String name) {
        return arguments.find(name);
    }

    /** The names of the arguments in their order. */
    public Collection<String> argumentNames() {
        return arguments.names();
    }

    /** Whether it may stand more than once at one place. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** Where it may stand, in the order of the definition. */
    public Set<DirectiveLocation> locations() {
        return locations;
    }

    /** Where the definition starts, {@link Location#NONE} if it stands in no source. */
    public Location location() {
        return location;
    }

    /** Whether every schema has it without defining it, such as {@code @skip}. */
    public boolean isBuiltIn() {
        return BuiltInDirectives.isBuiltIn(name);
    }

    /** Its schema coordinate, such as {@code @include}. */
    public String coordinate() {
        return "@" + name;
    }

    @Override
    public String toString() {
        return coordinate();
    }
}
