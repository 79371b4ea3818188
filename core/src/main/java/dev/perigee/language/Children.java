package dev.perigee.language;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The children of a node, in the order of its source. */
final class Children {
    private Children() {}

    static void forEach(Node node, Consumer<Node> action) {
        switch (node) {
            case Document n -> all(n.definitions(), action);
            case OperationDefinition n -> {
                one(n.description(), action);
                all(n.variableDefinitions(), action);
                all(n.directives(), action);
                one(n.selectionSet(), action);
            }
            case FragmentDefinition n -> {
                one(n.description(), action);
                one(n.typeCondition(), action);
                all(n.directives(), action);
                one(n.selectionSet(), action);
            }
            case VariableDefinition n -> {
                one(n.description(), action);
                one(n.variable(), action);
                one(n.type(), action);
                one(n.defaultValue(), action);
                all(n.directives(), action);
            }
            case SelectionSet n -> all(n.selections(), action);
            case Field n -> {
                all(n.arguments(), action);
                all(n.directives(), action);
                one(n.selectionSet(), action);
            }
            case FragmentSpread n -> all(n.directives(), action);
            case InlineFragment n -> {
                one(n.typeCondition(), action);
                all(n.directives(), action);
                one(n.selectionSet(), action);
            }
            case Argument n -> one(n.value(), action);
            case Directive n -> all(n.arguments(), action);
            case ListValue n -> all(n.values(), action);
            case ObjectValue n -> all(n.fields(), action);
            case ObjectField n -> one(n.value(), action);
            case ListType n -> one(n.type(), action);
            case NonNullType n -> one(n.type(), action);
            case SchemaDefinition n -> {
                one(n.description(), action);
                all(n.directives(), action);
                all(n.operationTypes(), action);
            }
            case OperationTypeDefinition n -> one(n.type(), action);
            case ScalarTypeDefinition n -> {
                one(n.description(), action);
                all(n.directives(), action);
            }
            case ObjectTypeDefinition n -> {
                one(n.description(), action);
                all(n.interfaces(), action);
                all(n.directives(), action);
                all(n.fields(), action);
            }
            case InterfaceTypeDefinition n -> {
                one(n.description(), action);
                all(n.interfaces(), action);
                all(n.directives(), action);
                all(n.fields(), action);
            }
            case UnionTypeDefinition n -> {
                one(n.description(), action);
                all(n.directives(), action);
                all(n.types(), action);
            }
            case EnumTypeDefinition n -> {
                one(n.description(), action);
                all(n.directives(), action);
                all(n.values(), action);
            }
            case InputObjectTypeDefinition n -> {
                one(n.description(), action);
                all(n.directives(), action);
                all(n.fields(), action);
            }
            case DirectiveDefinition n -> {
                one(n.description(), action);
                all(n.arguments(), action);
                all(n.locations(), action);
            }
            case FieldDefinition n -> {
                one(n.description(), action);
                all(n.arguments(), action);
                one(n.type(), action);
                all(n.directives(), action);
            }
            case InputValueDefinition n -> {
                one(n.description(), action);
                one(n.type(), action);
                one(n.defaultValue(), action);
                all(n.directives(), action);
            }
            case EnumValueDefinition n -> {
                one(n.description(), action);
                all(n.directives(), action);
            }
            case SchemaExtension n -> {
                all(n.directives(), action);
                all(n.operationTypes(), action);
            }
            case ScalarTypeExtension n -> all(n.directives(), action);
            case ObjectTypeExtension n -> {
                all(n.interfaces(), action);
                all(n.directives(), action);
                all(n.fields(), action);
            }
            case InterfaceTypeExtension n -> {
                all(n.interfaces(), action);
                all(n.directives(), action);
                all(n.fields(), action);
            }
            case UnionTypeExtension n -> {
                all(n.directives(), action);
                all(n.types(), action);
            }
            case EnumTypeExtension n -> {
                all(n.directives(), action);
                all(n.values(), action);
            }
            case InputObjectTypeExtension n -> {
                all(n.directives(), action);
                all(n.fields(), action);
            }
            case Variable n -> {}
            case IntValue n -> {}
            case FloatValue n -> {}
            case StringValue n -> {}
            case BooleanValue n -> {}
            case NullValue n -> {}
            case EnumValue n -> {}
            case NamedType n -> {}
            case Name n -> {}
        }
    }

    private static void one(@Nullable Node child, Consumer<Node> action) {
        if (child != null) action.accept(child);
    }

    private static void all(List<? extends Node> children, Consumer<Node> action) {
        for (Node child : children) action.accept(child);
    }
}
