package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named fragment.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Language.Fragments">Fragments</a>
 */
public record FragmentDefinition(
        @Nullable StringValue description,
        String name,
        NamedType typeCondition,
        List<Directive> directives,
        SelectionSet selectionSet,
        Location location)
        implements ExecutableDefinition {
    public FragmentDefinition {
        directives = ExactList.copyOf(directives);
    }
}
