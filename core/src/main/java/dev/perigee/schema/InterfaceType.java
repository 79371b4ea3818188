package dev.perigee.schema;

import dev.perigee.language.Location;
import org.jspecify.annotations.Nullable;

/**
 * An interface type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Interfaces">Interfaces</a>
 */
public final class InterfaceType extends ImplementingType {
    InterfaceType(String name, @Nullable String description, Location location) {
        super(name, description, location);
    }
}
