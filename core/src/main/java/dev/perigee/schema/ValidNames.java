package dev.perigee.schema;

import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.Location;

/**
 * Names are what the grammar allows, which only code and other servers can get wrong, and none starts with {@code __}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Names.Reserved-Names">Reserved Names</a>
 */
final class ValidNames implements DefinitionRule {
    private final SchemaProblems problems;

    ValidNames(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        if (!part.isExtension()) check(part.name(), part.name(), part.location());
    }

    @Override
    public void field(TypePart part, FieldDefinition field) {
        if (!isGood(field.name())) {
            check(field.name(), part.name() + "." + field.name(), Places.withoutDescription(field));
        }
    }

    @Override
    public void enumValue(TypePart part, EnumValueDefinition value) {
        String coordinate = part.name() + "." + value.name();
        check(value.name(), coordinate, Places.withoutDescription(value));
        switch (value.name()) {
            case "true", "false", "null" ->
                problems.add(
                        "Enum value \"%s\" would read as the literal %s.".formatted(coordinate, value.name()),
                        Places.withoutDescription(value));
            default -> {}
        }
    }

    @Override
    public void input(InputOwner owner, InputValueDefinition input) {
        if (!isGood(input.name())) {
            check(input.name(), owner.coordinate(input.name()), Places.withoutDescription(input));
        }
    }

    @Override
    public void directive(DirectiveDefinition definition) {
        check(definition.name(), "@" + definition.name(), Places.withoutDescription(definition));
    }

    private void check(String name, String coordinate, Location location) {
        if (!isName(name)) {
            problems.add(
                    "\"%s\" is not a name: letters, digits and _, the first not a digit.".formatted(Shown.name(name)),
                    location);
        } else if (name.startsWith("__")) {
            problems.add(
                    "\"%s\" must not start with \"__\", which is reserved for introspection.".formatted(coordinate),
                    location);
        }
    }

    private static boolean isGood(String name) {
        return isName(name) && !name.startsWith("__");
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || isDigit(name.charAt(0))) return false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
            if (!allowed) return false;
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
