package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enum type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#EnumValueDefinition">Enums</a>
 */
public record EnumValueDefinition(
        @Nullable StringValue description, String name, List<Directive> directives, Location location) implements Node {
    public EnumValueDefinition {
        directives = ExactList.copyOf(directives);
    }
}
