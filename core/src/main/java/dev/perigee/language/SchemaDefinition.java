package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root operation types of a schema.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Schema">Schema</a>
 */
public record SchemaDefinition(
        @Nullable StringValue description,
        List<Directive> directives,
        List<OperationTypeDefinition> operationTypes,
        Location location)
        implements TypeSystemDefinition {
    public SchemaDefinition {
        directives = ExactList.copyOf(directives);
        operationTypes = ExactList.copyOf(operationTypes);
    }
}
