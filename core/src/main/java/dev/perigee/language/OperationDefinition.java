package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query, mutation or subscription; the shorthand {@code { ... }} is a query without a name.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Language.Operations">Operations</a>
 */
public record OperationDefinition(
        @Nullable StringValue description,
        OperationType operation,
        @Nullable String name,
        List<VariableDefinition> variableDefinitions,
        List<Directive> directives,
        SelectionSet selectionSet,
        Location location)
        implements ExecutableDefinition {
    public OperationDefinition {
        variableDefinitions = ExactList.copyOf(variableDefinitions);
        directives = ExactList.copyOf(directives);
    }
}
