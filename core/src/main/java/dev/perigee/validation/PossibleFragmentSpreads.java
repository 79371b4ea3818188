package dev.perigee.validation;

import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.schema.CompositeType;

/**
 * A fragment is spread only where some object can be both: of the type around it and of its type condition.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible">Fragment Spread Is Possible</a>
 */
final class PossibleFragmentSpreads implements Rule.OnInlineFragment, Rule.OnFragmentSpread {
    @Override
    public void enterInlineFragment(InlineFragment fragment, Scope scope, Problems problems) {
        CompositeType parent = scope.parentType();
        if (fragment.typeCondition() == null || parent == null) return;
        if (!(scope.namedType() instanceof CompositeType type) || scope.schema().overlap(parent, type)) return;
        problems.add(
                ProblemCode.FRAGMENT_IMPOSSIBLE,
                "Fragment cannot be spread here as objects of type \"%s\" can never be of type \"%s\"."
                        .formatted(parent, type),
                fragment.location());
    }

    @Override
    public void enterFragmentSpread(FragmentSpread spread, Scope scope, Problems problems) {
        CompositeType parent = scope.parentType();
        Executable fragment = scope.fragment();
        if (parent == null || fragment == null) return;
        CompositeType type = fragment.compositeType();
        if (type == null || scope.schema().overlap(parent, type)) return;
        problems.add(
                ProblemCode.FRAGMENT_IMPOSSIBLE,
                "Fragment \"%s\" cannot be spread here as objects of type \"%s\" can never be of type \"%s\"."
                        .formatted(spread.name(), parent, type),
                spread.location());
    }
}
