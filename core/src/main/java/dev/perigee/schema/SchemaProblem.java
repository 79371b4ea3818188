package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.List;

/**
 * What is wrong with a schema.
 *
 * @param message a whole sentence
 * @param locations where, the first place first; empty if it stands in no source
 */
public record SchemaProblem(String message, List<Location> locations) {
    public SchemaProblem {
        locations = List.copyOf(locations);
    }

    /** {@code file:line:column: message}, as compilers print it. */
    @Override
    public String toString() {
        return locations.isEmpty() ? message : locations.getFirst() + ": " + message;
    }
}
