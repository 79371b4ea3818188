package dev.perigee.schema;

import dev.perigee.language.Directive;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The directives on definitions are defined, and may stand there.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined">Directives Are Defined</a>
 * @see <a href="https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations">Directives Are in Valid
 *     Locations</a>
 */
final class KnownDirectives implements DefinitionRule {
    private final Draft draft;
    private final SchemaProblems problems;

    KnownDirectives(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    @Override
    public void directives(List<Directive> directives, DirectiveLocation location, String coordinate) {
        for (Directive directive : directives) {
            DirectiveType type = draft.directives().get(directive.name());
            if (type == null) {
                String suggestion = problems.didYouMean("@" + directive.name(), coordinates());
                problems.add(
                        "Directive \"@%s\" on \"%s\" is not defined.%s"
                                .formatted(Shown.name(directive.name()), coordinate, suggestion),
                        directive.location());
            } else if (!type.locations().contains(location)) {
                problems.add(
                        "Directive \"%s\" on \"%s\" must not stand on %s, only on %s."
                                .formatted(type.coordinate(), coordinate, location, names(type)),
                        directive.location());
            }
        }
    }

    private List<String> coordinates() {
        return draft.directives().values().stream()
                .map(DirectiveType::coordinate)
                .toList();
    }

    private static String names(DirectiveType type) {
        return type.locations().stream().map(DirectiveLocation::name).collect(Collectors.joining(", "));
    }
}
