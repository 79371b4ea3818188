package dev.perigee.validation;

import dev.perigee.language.Argument;
import dev.perigee.schema.DirectiveType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Suggestions;

/**
 * Every argument is one that its field or directive has.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Argument-Names">Argument Names</a>
 */
final class KnownArgumentNames implements Rule.OnUndefinedArgument {
    @Override
    public void enterUndefinedArgument(Argument argument, Scope scope, Problems problems) {
        DirectiveType directive = scope.directive();
        OutputField field = scope.field();
        if (directive != null) {
            problems.add(
                    ProblemCode.ARGUMENT_UNDEFINED,
                    "Unknown argument \"%s\" on directive \"%s\".%s"
                            .formatted(
                                    argument.name(),
                                    directive.coordinate(),
                                    Suggestions.didYouMean(argument.name(), directive.argumentNames())),
                    argument.location());
        } else if (field != null) {
            problems.add(
                    ProblemCode.ARGUMENT_UNDEFINED,
                    "Unknown argument \"%s\" on field \"%s\".%s"
                            .formatted(
                                    argument.name(),
                                    field.coordinate(),
                                    Suggestions.didYouMean(argument.name(), field.argumentNames())),
                    argument.location());
        }
    }
}
