package dev.perigee.schema;

import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.Name;
import org.jspecify.annotations.Nullable;

/**
 * What is built in may be written down again, as older tools do, but stays what it is: a scalar that is a scalar
 * without directives, and a directive with no other arguments and locations than it has.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars">Built-in Scalars</a>
 */
final class BuiltInNames implements DefinitionRule {
    private final SchemaProblems problems;

    BuiltInNames(SchemaProblems problems) {
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        if (BuiltInScalars.of(part.name()) == null) return;
        if (part.kind() == TypeKind.SCALAR && part.directives().isEmpty()) return;
        problems.add("\"%s\" is a built-in scalar, which cannot be changed.".formatted(part.name()), part.location());
    }

    @Override
    public void directive(DirectiveDefinition definition) {
        DirectiveType builtIn = BuiltInDirectives.of(definition.name());
        if (builtIn == null) return;
        if (definition.repeatable()) add(builtIn, "is not repeatable", Places.withoutDescription(definition));
        for (InputValueDefinition argument : definition.arguments()) checkArgument(builtIn, argument);
        for (Name location : definition.locations()) checkLocation(builtIn, location);
    }

    private void checkArgument(DirectiveType builtIn, InputValueDefinition node) {
        InputValue argument = builtIn.argument(node.name());
        Location location = Places.withoutDescription(node);
        if (argument == null) {
            add(builtIn, "has no argument \"" + node.name() + "\"", location);
        } else if (!Wrapping.named(node.type())
                .name()
                .equals(argument.type().named().name())) {
            add(builtIn, "has an argument \"" + node.name() + "\" of type \"" + argument.type() + "\"", location);
        }
    }

    private void checkLocation(DirectiveType builtIn, Name node) {
        @Nullable DirectiveLocation location = DirectiveLocation.of(node.value());
        if (location == null || builtIn.locations().contains(location)) return;
        add(builtIn, "does not stand on " + location, node.location());
    }

    private void add(DirectiveType builtIn, String what, Location location) {
        problems.add(
                "Directive \"%s\" is built in and cannot be changed: it %s.".formatted(builtIn.coordinate(), what),
                location);
    }
}
