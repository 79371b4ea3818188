package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selected field.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Language.Fields">Fields</a>
 */
public record Field(
        @Nullable String alias,
        String name,
        List<Argument> arguments,
        List<Directive> directives,
        @Nullable SelectionSet selectionSet,
        Location location)
        implements Selection {
    public Field {
        arguments = ExactList.copyOf(arguments);
        directives = ExactList.copyOf(directives);
    }

    /** The name under which the field stands in the response: its alias, or else its name. */
    public String responseName() {
        return alias == null ? name : alias;
    }
}
