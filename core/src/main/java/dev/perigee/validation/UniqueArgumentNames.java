package dev.perigee.validation;

import dev.perigee.language.Argument;
import dev.perigee.language.Directive;
import dev.perigee.language.Field;
import java.util.List;

/**
 * No argument is given twice to the same field or directive.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness">Argument Uniqueness</a>
 */
final class UniqueArgumentNames implements Rule.OnField, Rule.OnDirective {
    @Override
    public void enterField(Field field, Scope scope, Problems problems) {
        check(field.arguments(), problems);
    }

    @Override
    public void enterDirective(Directive directive, Scope scope, Problems problems) {
        check(directive.arguments(), problems);
    }

    private static void check(List<Argument> arguments, Problems problems) {
        if (arguments.size() < 2) return;
        Repeated.find(
                arguments,
                Argument::name,
                (name, first, again) -> problems.add(
                        ProblemCode.ARGUMENT_REPEATED,
                        "There can be only one argument named \"%s\".".formatted(name),
                        first.location(),
                        again.location()));
    }
}
