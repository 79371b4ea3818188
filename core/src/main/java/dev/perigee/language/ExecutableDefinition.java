package dev.perigee.language;

import java.util.List;

/**
 * A definition that can be executed: an operation, or a fragment for operations.
 *
 * @see <a href="https://spec.graphql.org/September2025/#ExecutableDefinition">Document</a>
 */
public sealed interface ExecutableDefinition extends Definition permits OperationDefinition, FragmentDefinition {
    List<Directive> directives();

    SelectionSet selectionSet();
}
