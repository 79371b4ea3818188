package dev.perigee.schema;

import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.Location;
import java.util.HashMap;
import java.util.Map;

/**
 * The values of an enum, with those of its extensions, have different names.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Enums.Type-Validation">Type Validation</a>
 */
final class UniqueEnumValueNames implements DefinitionRule {
    private final SchemaProblems problems;
    private final Map<String, Location> values = new HashMap<>(); // of the type that the walk is at

    UniqueEnumValueNames(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        if (!part.isExtension()) values.clear();
    }

    @Override
    public void enumValue(TypePart part, EnumValueDefinition value) {
        Location location = Places.withoutDescription(value);
        Location first = values.putIfAbsent(value.name(), location);
        if (first == null) return;
        problems.add(
                "Enum value \"%s.%s\" is defined more than once.".formatted(part.name(), value.name()),
                location,
                first);
    }
}
