package dev.perigee.language;

import java.util.List;

/**
 * {@code ...name}: the selections of a named fragment.
 *
 * @see <a href="https://spec.graphql.org/September2025/#FragmentSpread">Fragments</a>
 */
public record FragmentSpread(String name, List<Directive> directives, Location location) implements Selection {
    public FragmentSpread {
        directives = ExactList.copyOf(directives);
    }
}
