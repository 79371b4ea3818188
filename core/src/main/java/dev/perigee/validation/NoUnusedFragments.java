package dev.perigee.validation;

import dev.perigee.language.Document;
import java.util.BitSet;

/**
 * Every fragment is spread by some operation, directly or through other fragments.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used">Fragments Must Be Used</a>
 */
final class NoUnusedFragments implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        Executables executables = scope.executables();
        if (executables.fragments().isEmpty()) return;
        BitSet used = executables.usedFragments(scope.effort());
        for (Executable fragment : executables.fragments()) {
            if (used.get(fragment.index())) continue;
            Executable named = executables.fragment(String.valueOf(fragment.name()));
            if (named != null && used.get(named.index())) continue;
            problems.add(
                    ProblemCode.FRAGMENT_UNUSED,
                    "Fragment \"%s\" is never used.".formatted(fragment.name()),
                    fragment.definition().location());
        }
    }
}
