package dev.perigee.validation;

import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import org.jspecify.annotations.Nullable;

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
        if (parent == null) return;
        CompositeType type = conditionOf(scope.executables().fragment(spread.name()), scope);
        if (type == null || scope.schema().overlap(parent, type)) return;
        problems.add(
                ProblemCode.FRAGMENT_IMPOSSIBLE,
                "Fragment \"%s\" cannot be spread here as objects of type \"%s\" can never be of type \"%s\"."
                        .formatted(spread.name(), parent, type),
                spread.location());
    }

    private static @Nullable CompositeType conditionOf(@Nullable Executable fragment, Scope scope) {
        if (fragment == null || !(fragment.definition() instanceof FragmentDefinition definition)) return null;
        DefinedType type = scope.schema().type(definition.typeCondition().name());
        return type instanceof CompositeType composite ? composite : null;
    }
}
