package dev.perigee.validation;

import dev.perigee.language.NamedType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.Suggestions;

/**
 * Every type that is named, in a type condition or as the type of a variable, is one of the schema.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence">Fragment Spread Type Existence</a>
 * @see <a href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types">Variables Are Input Types</a>
 */
final class KnownTypeNames implements Rule.OnNamedType {
    @Override
    public void enterNamedType(NamedType reference, Scope scope, Problems problems) {
        if (scope.namedType() != null) return;
        var names = scope.schema().types().stream().map(DefinedType::name).toList();
        problems.add(
                ProblemCode.TYPE_UNDEFINED,
                "Unknown type \"%s\".%s".formatted(reference.name(), Suggestions.didYouMean(reference.name(), names)),
                reference.location());
    }
}
