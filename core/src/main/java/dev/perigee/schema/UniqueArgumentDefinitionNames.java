package dev.perigee.schema;

import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a field or directive have different names.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation">Type Validation</a>
 */
final class UniqueArgumentDefinitionNames implements DefinitionRule {
    private final SchemaProblems problems;

    UniqueArgumentDefinitionNames(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void field(TypePart part, FieldDefinition field) {
        if (field.arguments().size() < 2) return;
        check(new InputOwner.OfField(part.name(), field.name()), field.arguments());
    }

    @Override
    public void directive(DirectiveDefinition definition) {
        check(new InputOwner.OfDirective(definition.name()), definition.arguments());
    }

    private void check(InputOwner owner, List<InputValueDefinition> arguments) {
        Map<String, Location> seen = HashMap.newHashMap(arguments.size());
        for (InputValueDefinition argument : arguments) {
            Location location = Places.withoutDescription(argument);
            Location first = seen.putIfAbsent(argument.name(), location);
            if (first == null) continue;
            problems.add(
                    "Argument \"%s\" is defined more than once.".formatted(owner.coordinate(argument.name())),
                    location,
                    first);
        }
    }
}
