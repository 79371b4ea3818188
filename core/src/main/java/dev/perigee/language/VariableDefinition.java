package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable that an operation declares.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Language.Variables">Variables</a>
 */
public record VariableDefinition(
        @Nullable StringValue description,
        Variable variable,
        TypeReference type,
        @Nullable Value defaultValue,
        List<Directive> directives,
        Location location)
        implements Node {
    public VariableDefinition {
        directives = ExactList.copyOf(directives);
    }

    /** The name of the variable, without {@code $}. */
    public String name() {
        return variable.name();
    }
}
