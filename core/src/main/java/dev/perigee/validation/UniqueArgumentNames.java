package dev.perigee.validation;

import dev.perigee.language.Argument;
import java.util.List;

/**
 * No argument is given twice to the same field or directive.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness">Argument Uniqueness</a>
 */
final class UniqueArgumentNames implements Rule.OnArguments {
    @Override
    public void enterArguments(List<Argument> arguments, Scope scope, Problems problems) {
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
