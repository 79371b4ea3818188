package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ... on Type { }}: selections for a type, or for a directive.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Inline-Fragments">Inline Fragments</a>
 */
public record InlineFragment(
        @Nullable NamedType typeCondition, List<Directive> directives, SelectionSet selectionSet, Location location)
        implements Selection {
    public InlineFragment {
        directives = ExactList.copyOf(directives);
    }
}
