package dev.perigee.validation;

import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.InlineFragment;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import org.jspecify.annotations.Nullable;

/**
 * The type condition of a fragment is an object, interface or union: a type with something to select from.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types">Fragments on Object, Interface or Union Types</a>
 */
final class FragmentsOnCompositeTypes implements Rule.OnFragment, Rule.OnInlineFragment {
    @Override
    public void enterFragment(FragmentDefinition fragment, Scope scope, Problems problems) {
        if (isFine(scope.namedType())) return;
        problems.add(
                ProblemCode.FRAGMENT_TYPE_NOT_COMPOSITE,
                "Fragment \"%s\" cannot condition on non composite type \"%s\"."
                        .formatted(fragment.name(), fragment.typeCondition().name()),
                fragment.typeCondition().location());
    }

    @Override
    public void enterInlineFragment(InlineFragment fragment, Scope scope, Problems problems) {
        if (fragment.typeCondition() == null || isFine(scope.namedType())) return;
        problems.add(
                ProblemCode.FRAGMENT_TYPE_NOT_COMPOSITE,
                "Fragment cannot condition on non composite type \"%s\"."
                        .formatted(fragment.typeCondition().name()),
                fragment.typeCondition().location());
    }

    private static boolean isFine(@Nullable DefinedType type) {
        return type == null || type instanceof CompositeType;
    }
}
