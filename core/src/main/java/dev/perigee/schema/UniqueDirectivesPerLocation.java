package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A directive that is not repeatable stands once on a definition, its extensions counted in.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location">Directives Are Unique
 *     per Location</a>
 */
final class UniqueDirectivesPerLocation implements DefinitionRule {
    private final Draft draft;
    private final SchemaProblems problems;
    private final Map<String, Location> onSchema = new HashMap<>();
    private final Map<String, Location> onType = new HashMap<>(); // the type that the walk is at

    UniqueDirectivesPerLocation(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        if (!part.isExtension()) onType.clear();
    }

    @Override
    public void directives(List<Directive> directives, DirectiveLocation location, String coordinate) {
        switch (location) {
            case SCHEMA -> check(directives, coordinate, onSchema);
            case SCALAR, OBJECT, INTERFACE, UNION, ENUM, INPUT_OBJECT -> check(directives, coordinate, onType);
            default -> {
                if (directives.size() > 1) check(directives, coordinate, new HashMap<>());
            }
        }
    }

    private void check(List<Directive> directives, String coordinate, Map<String, Location> seen) {
        for (Directive directive : directives) {
            DirectiveType type = draft.directives().get(directive.name());
            if (type == null || type.isRepeatable()) continue;
            Location first = seen.putIfAbsent(directive.name(), directive.location());
            if (first == null) continue;
            problems.add(
                    "Directive \"%s\" is not repeatable, but stands more than once on \"%s\"."
                            .formatted(type.coordinate(), coordinate),
                    directive.location(),
                    first);
        }
    }
}
