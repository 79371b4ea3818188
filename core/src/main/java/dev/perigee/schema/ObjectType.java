package dev.perigee.schema;

import dev.perigee.language.Location;
import org.jspecify.annotations.Nullable;

/**
 * An object type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Objects">Objects</a>
 */
public final class ObjectType extends ImplementingType {
    ObjectType(String name, @Nullable String description, Location location) {
        super(name, description, location);
    }
}
