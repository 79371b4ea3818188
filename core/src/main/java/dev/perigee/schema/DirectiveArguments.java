package dev.perigee.schema;

import dev.perigee.language.Argument;
import dev.perigee.language.Directive;
import dev.perigee.language.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of directives on definitions are known, given once, complete, and of their types: KnownArgumentNames,
 * UniqueArgumentNames, ProvidedRequiredArguments and ValuesOfCorrectType.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Validation.Arguments">Arguments</a>
 */
final class DirectiveArguments implements DefinitionRule {
    private final Draft draft;
    private final SchemaProblems problems;

    DirectiveArguments(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    @Override
    public void directives(List<Directive> directives, DirectiveLocation location, String coordinate) {
        for (Directive directive : directives) {
            DirectiveType type = draft.directives().get(directive.name());
            if (type != null) check(directive, type, coordinate);
        }
    }

    private void check(Directive directive, DirectiveType type, String coordinate) {
        Map<String, Location> given = HashMap.newHashMap(directive.arguments().size());
        for (Argument argument : directive.arguments()) {
            Location first = given.putIfAbsent(argument.name(), argument.location());
            if (first == null) {
                check(argument, type, coordinate);
            } else {
                problems.add(
                        "Argument \"%s(%s:)\" on \"%s\" is given more than once."
                                .formatted(type.coordinate(), argument.name(), coordinate),
                        argument.location(),
                        first);
            }
        }
        for (InputValue argument : type.arguments()) {
            if (!argument.isRequired() || given.containsKey(argument.name())) continue;
            problems.add(
                    "Argument \"%s\" on \"%s\" is required.".formatted(argument.coordinate(), coordinate),
                    directive.location());
        }
    }

    private void check(Argument node, DirectiveType type, String coordinate) {
        InputValue argument = type.argument(node.name());
        if (argument != null) {
            problems.checkLiteral(
                    () -> "Argument \"" + argument.coordinate() + "\" on \"" + coordinate + "\"",
                    argument.name(),
                    node.value(),
                    argument.type());
            return;
        }
        String suggestion = problems.didYouMean(node.name(), type.argumentNames());
        problems.add(
                "Directive \"%s\" on \"%s\" has no argument \"%s\".%s"
                        .formatted(type.coordinate(), coordinate, Shown.name(node.name()), suggestion),
                node.location());
    }
}
