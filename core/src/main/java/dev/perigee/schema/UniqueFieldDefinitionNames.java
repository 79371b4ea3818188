package dev.perigee.schema;

import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.Location;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of a type, with those of its extensions, have different names.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation">Type Validation</a>
 */
final class UniqueFieldDefinitionNames implements DefinitionRule {
    private final SchemaProblems problems;
    private final Map<String, Location> fields = new HashMap<>(); // of the type that the walk is at

    UniqueFieldDefinitionNames(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        if (!part.isExtension()) fields.clear();
    }

    @Override
    public void field(TypePart part, FieldDefinition field) {
        check(part.name(), field.name(), Places.withoutDescription(field));
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        if (!(owner instanceof InputOwner.OfInputObject type)) return;
        check(type.typeName(), input.name(), Places.withoutDescription(input));
    }

    private void check(String typeName, String name, Location location) {
        Location first = fields.putIfAbsent(name, location);
        if (first == null) return;
        problems.add("Field \"%s.%s\" is defined more than once.".formatted(typeName, name), location, first);
    }
}
