package dev.perigee.validation;

import dev.perigee.language.Argument;
import dev.perigee.language.Directive;
import dev.perigee.language.Field;
import dev.perigee.schema.DirectiveType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.OutputField;
import java.util.List;

/**
 * Every argument is given that has a non-null type and no default value.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Required-Arguments">Required Arguments</a>
 */
final class ProvidedRequiredArguments implements Rule.OnField, Rule.OnDirective {
    @Override
    public void enterField(Field field, OutputField definition, Scope scope, Problems problems) {
        List<InputValue> arguments = definition.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            InputValue argument = arguments.get(i);
            if (!argument.isRequired() || isGiven(argument, field.arguments())) continue;
            problems.add(
                    ProblemCode.ARGUMENT_MISSING,
                    "Field \"%s\" argument \"%s\" of type \"%s\" is required, but it was not provided."
                            .formatted(field.name(), argument.name(), argument.type()),
                    field.location());
        }
    }

    @Override
    public void enterDirective(Directive directive, Scope scope, Problems problems) {
        DirectiveType definition = scope.directive();
        if (definition == null) return;
        for (InputValue argument : definition.arguments()) {
            if (!argument.isRequired() || isGiven(argument, directive.arguments())) continue;
            problems.add(
                    ProblemCode.ARGUMENT_MISSING,
                    "Directive \"@%s\" argument \"%s\" of type \"%s\" is required, but it was not provided."
                            .formatted(directive.name(), argument.name(), argument.type()),
                    directive.location());
        }
    }

    private static boolean isGiven(InputValue definition, List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).name().equals(definition.name())) return true;
        }
        return false;
    }
}
