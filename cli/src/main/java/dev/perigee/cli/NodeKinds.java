package dev.perigee.cli;

import dev.perigee.language.Argument;
import dev.perigee.language.BooleanValue;
import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Document;
import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.EnumTypeExtension;
import dev.perigee.language.EnumValue;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.Field;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.FloatValue;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.InputObjectTypeExtension;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.IntValue;
import dev.perigee.language.InterfaceTypeDefinition;
import dev.perigee.language.InterfaceTypeExtension;
import dev.perigee.language.ListType;
import dev.perigee.language.ListValue;
import dev.perigee.language.Name;
import dev.perigee.language.NamedType;
import dev.perigee.language.Node;
import dev.perigee.language.NonNullType;
import dev.perigee.language.NullValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.ObjectTypeExtension;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationTypeDefinition;
import dev.perigee.language.ScalarTypeDefinition;
import dev.perigee.language.ScalarTypeExtension;
import dev.perigee.language.SchemaDefinition;
import dev.perigee.language.SchemaExtension;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.StringValue;
import dev.perigee.language.UnionTypeDefinition;
import dev.perigee.language.UnionTypeExtension;
import dev.perigee.language.Variable;
import dev.perigee.language.VariableDefinition;
import java.io.IOException;
import java.util.List;

/** What graphql-js 16 calls nodes and their fields, so that tools for its trees can read ours. */
final class NodeKinds {
    private NodeKinds() {}

    /** Records and kinds have the same names. */
    static String of(Node node) {
        return node.getClass().getSimpleName();
    }

    /** Tells all fields of a node, in their order. */
    static void tell(Node node, NodeFields fields) throws IOException {
        switch (node) {
            case Document n -> fields.list("definitions", n.definitions());
            case OperationDefinition n ->
                fields.text("operation", n.operation().keyword())
                        .node("description", n.description())
                        .name(n, n.name())
                        .list("variableDefinitions", n.variableDefinitions())
                        .list("directives", n.directives())
                        .node("selectionSet", n.selectionSet());
            case FragmentDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .node("typeCondition", n.typeCondition())
                        .list("directives", n.directives())
                        .node("selectionSet", n.selectionSet());
            case VariableDefinition n ->
                fields.node("description", n.description())
                        .node("variable", n.variable())
                        .node("type", n.type())
                        .node("defaultValue", n.defaultValue())
                        .list("directives", n.directives());
            case SelectionSet n -> fields.list("selections", n.selections());
            case Field n ->
                fields.alias(n)
                        .name(n, n.name())
                        .list("arguments", n.arguments())
                        .list("directives", n.directives())
                        .node("selectionSet", n.selectionSet());
            case FragmentSpread n -> fields.name(n, n.name()).list("directives", n.directives());
            case InlineFragment n ->
                fields.node("typeCondition", n.typeCondition())
                        .list("directives", n.directives())
                        .node("selectionSet", n.selectionSet());
            case Argument n -> fields.name(n, n.name()).node("value", n.value());
            case Directive n -> fields.name(n, n.name()).list("arguments", n.arguments());
            case Name n -> fields.text("value", n.value());
            case Variable n -> fields.name(n, n.name());
            case IntValue n -> fields.text("value", n.value());
            case FloatValue n -> fields.text("value", n.value());
            case StringValue n -> fields.text("value", n.value()).truth("block", n.block());
            case BooleanValue n -> fields.truth("value", n.value());
            case NullValue n -> {}
            case EnumValue n -> fields.text("value", n.value());
            case ListValue n -> fields.list("values", n.values());
            case ObjectValue n -> fields.list("fields", n.fields());
            case ObjectField n -> fields.name(n, n.name()).node("value", n.value());
            case NamedType n -> fields.name(n, n.name());
            case ListType n -> fields.node("type", n.type());
            case NonNullType n -> fields.node("type", n.type());
            case SchemaDefinition n ->
                fields.node("description", n.description())
                        .list("directives", n.directives())
                        .list("operationTypes", n.operationTypes());
            case OperationTypeDefinition n ->
                fields.text("operation", n.operation().keyword()).node("type", n.type());
            case ScalarTypeDefinition n ->
                fields.node("description", n.description()).name(n, n.name()).list("directives", n.directives());
            case ObjectTypeDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .list("interfaces", n.interfaces())
                        .list("directives", n.directives())
                        .list("fields", n.fields());
            case InterfaceTypeDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .list("interfaces", n.interfaces())
                        .list("directives", n.directives())
                        .list("fields", n.fields());
            case UnionTypeDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .list("directives", n.directives())
                        .list("types", n.types());
            case EnumTypeDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .list("directives", n.directives())
                        .list("values", n.values());
            case InputObjectTypeDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .list("directives", n.directives())
                        .list("fields", n.fields());
            case DirectiveDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .list("arguments", n.arguments())
                        .list(
                                "directives",
                                List.of()) // a later edition of the specification has them, and so has graphql-js
                        .truth("repeatable", n.repeatable())
                        .list("locations", n.locations());
            case FieldDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .list("arguments", n.arguments())
                        .node("type", n.type())
                        .list("directives", n.directives());
            case InputValueDefinition n ->
                fields.node("description", n.description())
                        .name(n, n.name())
                        .node("type", n.type())
                        .node("defaultValue", n.defaultValue())
                        .list("directives", n.directives());
            case EnumValueDefinition n ->
                fields.node("description", n.description()).name(n, n.name()).list("directives", n.directives());
            case SchemaExtension n ->
                fields.list("directives", n.directives()).list("operationTypes", n.operationTypes());
            case ScalarTypeExtension n -> fields.name(n, n.name()).list("directives", n.directives());
            case ObjectTypeExtension n ->
                fields.name(n, n.name())
                        .list("interfaces", n.interfaces())
                        .list("directives", n.directives())
                        .list("fields", n.fields());
            case InterfaceTypeExtension n ->
                fields.name(n, n.name())
                        .list("interfaces", n.interfaces())
                        .list("directives", n.directives())
                        .list("fields", n.fields());
            case UnionTypeExtension n ->
                fields.name(n, n.name()).list("directives", n.directives()).list("types", n.types());
            case EnumTypeExtension n ->
                fields.name(n, n.name()).list("directives", n.directives()).list("values", n.values());
            case InputObjectTypeExtension n ->
                fields.name(n, n.name()).list("directives", n.directives()).list("fields", n.fields());
        }
    }
}
