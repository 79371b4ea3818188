package dev.perigee.validation;

import dev.perigee.language.FragmentSpread;
import dev.perigee.schema.Suggestions;

/**
 * Every fragment that is spread is defined in the document.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined">Fragment Spread Target Defined</a>
 */
final class KnownFragmentNames implements Rule.OnFragmentSpread {
    @Override
    public void enterFragmentSpread(FragmentSpread spread, Scope scope, Problems problems) {
        if (scope.fragment() != null) return;
        problems.add(
                ProblemCode.FRAGMENT_UNDEFINED,
                "Unknown fragment \"%s\".%s"
                        .formatted(
                                spread.name(),
                                Suggestions.didYouMean(
                                        spread.name(), scope.executables().fragmentNames())),
                spread.location());
    }
}
