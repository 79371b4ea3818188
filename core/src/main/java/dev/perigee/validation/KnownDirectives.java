package dev.perigee.validation;

import dev.perigee.language.Directive;
import dev.perigee.schema.DirectiveType;
import dev.perigee.schema.Suggestions;

/**
 * Every directive is one of the schema, and stands where the schema allows it.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined">Directives Are Defined</a>
 * @see <a href="https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations">Directives Are in Valid Locations</a>
 */
final class KnownDirectives implements Rule.OnDirective {
    @Override
    public void enterDirective(Directive directive, Scope scope, Problems problems) {
        DirectiveType definition = scope.directive();
        if (definition == null) {
            problems.add(
                    ProblemCode.DIRECTIVE_UNDEFINED,
                    "Unknown directive \"@%s\".%s".formatted(directive.name(), suggestion(directive, scope)),
                    directive.location());
        } else if (!definition.locations().contains(scope.directiveLocation())) {
            problems.add(
                    ProblemCode.DIRECTIVE_MISPLACED,
                    "Directive \"@%s\" may not be used on %s.".formatted(directive.name(), scope.directiveLocation()),
                    directive.location());
        }
    }

    private static String suggestion(Directive directive, Scope scope) {
        var coordinates = scope.schema().directives().stream()
                .map(DirectiveType::coordinate)
                .toList();
        return Suggestions.didYouMean("@" + directive.name(), coordinates);
    }
}
