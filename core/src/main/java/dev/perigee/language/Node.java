package dev.perigee.language;

/** A node of the syntax tree. Immutable; two nodes are equal when they have the same content at the same place. */
public sealed interface Node
        permits Document,
                Definition,
                VariableDefinition,
                SelectionSet,
                Selection,
                Argument,
                Directive,
                Value,
                ObjectField,
                TypeReference,
                OperationTypeDefinition,
                FieldDefinition,
                InputValueDefinition,
                EnumValueDefinition,
                Name {
    /** Where this node stands in its source, {@link Location#NONE} for a node made in code. */
    Location location();
}
