package dev.perigee.schema;

import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A type implements an interface once, and a union has a member once, its extensions counted in.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Unions.Type-Validation">Type Validation</a>
 */
final class UniqueMemberTypes implements DefinitionRule {
    private final SchemaProblems problems;
    private final Map<String, Location> seen = new HashMap<>(); // of the type that the walk is at

    UniqueMemberTypes(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        if (!part.isExtension()) seen.clear();
        check("Type \"%s\" implements \"%s\" more than once.", part, part.interfaces());
        check("Union \"%s\" has member \"%s\" more than once.", part, part.members());
    }

    private void check(String message, TypePart part, List<NamedType> types) {
        for (NamedType type : types) {
            Location first = seen.putIfAbsent(type.name(), type.location());
            if (first == null) continue;
            problems.add(message.formatted(part.name(), type.name()), type.location(), first);
        }
    }
}
