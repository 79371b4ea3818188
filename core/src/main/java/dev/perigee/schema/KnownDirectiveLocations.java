package dev.perigee.schema;

import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.Name;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The locations of a directive's definition exist, and are named once.
 *
 * @see <a href="https://spec.graphql.org/September2025/#DirectiveLocations">Directives</a>
 */
final class KnownDirectiveLocations implements DefinitionRule {
    private static final List<String> NAMES = Arrays.stream(DirectiveLocation.values())
            .map(DirectiveLocation::name)
            .toList();

    private final SchemaProblems problems;

    KnownDirectiveLocations(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void directive(DirectiveDefinition definition) {
        Map<String, Location> seen = new HashMap<>();
        for (Name name : definition.locations()) {
            Location first = seen.putIfAbsent(name.value(), name.location());
            if (first != null) {
                String message = "Directive \"@%s\" has location %s more than once.";
                problems.add(message.formatted(definition.name(), name.value()), name.location(), first);
            } else if (DirectiveLocation.of(name.value()) == null) {
                String suggestion = problems.didYouMean(name.value(), NAMES);
                problems.add(
                        "\"%s\" is not a location of directives.%s".formatted(Shown.name(name.value()), suggestion),
                        name.location());
            }
        }
    }
}
