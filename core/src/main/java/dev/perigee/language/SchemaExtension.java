package dev.perigee.language;

import java.util.List;

/**
 * What is added to the schema definition.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Schema-Extension">Schema Extension</a>
 */
public record SchemaExtension(
        List<Directive> directives, List<OperationTypeDefinition> operationTypes, Location location)
        implements TypeSystemExtension {
    public SchemaExtension {
        directives = ExactList.copyOf(directives);
        operationTypes = ExactList.copyOf(operationTypes);
    }
}
