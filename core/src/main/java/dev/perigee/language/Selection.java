package dev.perigee.language;

import java.util.List;

/**
 * A member of a selection set.
 *
 * @see <a href="https://spec.graphql.org/September2025/#Selection">Selection Sets</a>
 */
public sealed interface Selection extends Node permits Field, FragmentSpread, InlineFragment {
    List<Directive> directives();
}
