package dev.perigee.validation;

import dev.perigee.language.Document;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationType;
import dev.perigee.schema.ObjectType;

/**
 * A subscription selects exactly one field from its root type, through fragments too; not one of introspection, and without
 * {@code @skip} and {@code @include}, so that it is one whatever the variables are.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Single-Root-Field">Single Root Field</a>
 */
final class SingleFieldSubscriptions implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        ObjectType type = scope.schema().subscriptionType();
        if (type == null) return; // OperationTypeExistence says so
        RootFields roots = null;
        for (Executable operation : scope.executables().operations()) {
            if (!isSubscription(operation)) continue;
            if (roots == null) roots = RootFields.of(type, scope);
            if (!roots.areSingle(operation)) report(operation, roots, problems);
        }
    }

    private static boolean isSubscription(Executable executable) {
        return executable.definition() instanceof OperationDefinition operation
                && operation.operation() == OperationType.SUBSCRIPTION;
    }

    private static void report(Executable operation, RootFields roots, Problems problems) {
        String subject =
                operation.name() == null ? "Anonymous Subscription" : "Subscription \"%s\"".formatted(operation.name());
        RootFields.Found found = roots.collect(operation);
        if (!found.conditional().isEmpty()) {
            problems.add(
                    ProblemCode.SUBSCRIPTION_FIELD_CONDITIONAL,
                    subject + " must not use `@skip` or `@include` directives in the top level selection.",
                    found.conditional());
        }
        if (!found.beyondFirst().isEmpty()) {
            problems.add(
                    ProblemCode.SUBSCRIPTION_FIELD_NOT_SINGLE,
                    subject + " must select only one top level field.",
                    found.beyondFirst());
        }
        if (!found.introspection().isEmpty()) {
            problems.add(
                    ProblemCode.SUBSCRIPTION_FIELD_INTROSPECTION,
                    subject + " must not select an introspection top level field.",
                    found.introspection());
        }
    }
}
