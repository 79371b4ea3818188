package dev.perigee.validation;

import dev.perigee.language.Directive;
import dev.perigee.schema.DirectiveType;
import java.util.List;

/**
 * No directive stands twice at the same place, but for those that are repeatable.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location">Directives Are Unique per Location</a>
 */
final class UniqueDirectivesPerLocation implements Rule.OnDirectives {
    @Override
    public void enterDirectives(List<Directive> directives, Scope scope, Problems problems) {
        if (directives.size() < 2) return;
        Repeated.find(directives, Directive::name, (name, first, again) -> {
            DirectiveType definition = scope.schema().directive(name);
            if (definition == null || definition.isRepeatable()) return;
            problems.add(
                    ProblemCode.DIRECTIVE_REPEATED,
                    "The directive \"@%s\" can only be used once at this location.".formatted(name),
                    first.location(),
                    again.location());
        });
    }
}
