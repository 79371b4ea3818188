package dev.perigee.language;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has changed of a tree that is rewritten from the leaves to the root: the new nodes, by the old ones. */
final class Replacements {
    /** What stands in a node's place; null where nothing does. */
    private record Replacement(@Nullable Node node) {}

    private final Map<Node, Replacement> changed = new IdentityHashMap<>();

    void add(Node node, @Nullable Node replacement) {
        if (replacement != node) changed.put(node, new Replacement(replacement));
    }

    /** The node with its children replaced, or itself if none of them changed. */
    Node rebuild(Node node) {
        return hasChangedChild(node) ? rebuildChanged(node) : node;
    }

    private boolean hasChangedChild(Node node) {
        if (changed.isEmpty()) return false;
        boolean[] found = {false};
        Children.forEach(node, child -> found[0] |= changed.containsKey(child));
        return found[0];
    }

    private Node rebuildChanged(Node node) {
        return switch (node) {
            case Document n -> new Document(list(Definition.class, n.definitions()), n.location());
            case OperationDefinition n ->
                new OperationDefinition(
                        optional(StringValue.class, n.description()),
                        n.operation(),
                        n.name(),
                        list(VariableDefinition.class, n.variableDefinitions()),
                        list(Directive.class, n.directives()),
                        required(SelectionSet.class, n.selectionSet()),
                        n.location());
            case FragmentDefinition n ->
                new FragmentDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        required(NamedType.class, n.typeCondition()),
                        list(Directive.class, n.directives()),
                        required(SelectionSet.class, n.selectionSet()),
                        n.location());
            case VariableDefinition n ->
                new VariableDefinition(
                        optional(StringValue.class, n.description()),
                        required(Variable.class, n.variable()),
                        required(TypeReference.class, n.type()),
                        optional(Value.class, n.defaultValue()),
                        list(Directive.class, n.directives()),
                        n.location());
            case SelectionSet n -> new SelectionSet(list(Selection.class, n.selections()), n.location());
            case Field n ->
                new Field(
                        n.alias(),
                        n.name(),
                        list(Argument.class, n.arguments()),
                        list(Directive.class, n.directives()),
                        optional(SelectionSet.class, n.selectionSet()),
                        n.location());
            case FragmentSpread n -> new FragmentSpread(n.name(), list(Directive.class, n.directives()), n.location());
            case InlineFragment n ->
                new InlineFragment(
                        optional(NamedType.class, n.typeCondition()),
                        list(Directive.class, n.directives()),
                        required(SelectionSet.class, n.selectionSet()),
                        n.location());
            case Argument n -> new Argument(n.name(), required(Value.class, n.value()), n.location());
            case Directive n -> new Directive(n.name(), list(Argument.class, n.arguments()), n.location());
            case ListValue n -> new ListValue(list(Value.class, n.values()), n.location());
            case ObjectValue n -> new ObjectValue(list(ObjectField.class, n.fields()), n.location());
            case ObjectField n -> new ObjectField(n.name(), required(Value.class, n.value()), n.location());
            case ListType n -> new ListType(required(TypeReference.class, n.type()), n.location());
            case NonNullType n -> new NonNullType(required(TypeReference.class, n.type()), n.location());
            case SchemaDefinition n ->
                new SchemaDefinition(
                        optional(StringValue.class, n.description()),
                        list(Directive.class, n.directives()),
                        list(OperationTypeDefinition.class, n.operationTypes()),
                        n.location());
            case OperationTypeDefinition n ->
                new OperationTypeDefinition(n.operation(), required(NamedType.class, n.type()), n.location());
            case ScalarTypeDefinition n ->
                new ScalarTypeDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(Directive.class, n.directives()),
                        n.location());
            case ObjectTypeDefinition n ->
                new ObjectTypeDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(NamedType.class, n.interfaces()),
                        list(Directive.class, n.directives()),
                        list(FieldDefinition.class, n.fields()),
                        n.location());
            case InterfaceTypeDefinition n ->
                new InterfaceTypeDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(NamedType.class, n.interfaces()),
                        list(Directive.class, n.directives()),
                        list(FieldDefinition.class, n.fields()),
                        n.location());
            case UnionTypeDefinition n ->
                new UnionTypeDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(Directive.class, n.directives()),
                        list(NamedType.class, n.types()),
                        n.location());
            case EnumTypeDefinition n ->
                new EnumTypeDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(Directive.class, n.directives()),
                        list(EnumValueDefinition.class, n.values()),
                        n.location());
            case InputObjectTypeDefinition n ->
                new InputObjectTypeDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(Directive.class, n.directives()),
                        list(InputValueDefinition.class, n.fields()),
                        n.location());
            case DirectiveDefinition n ->
                new DirectiveDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(InputValueDefinition.class, n.arguments()),
                        n.repeatable(),
                        list(Name.class, n.locations()),
                        n.location());
            case FieldDefinition n ->
                new FieldDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(InputValueDefinition.class, n.arguments()),
                        required(TypeReference.class, n.type()),
                        list(Directive.class, n.directives()),
                        n.location());
            case InputValueDefinition n ->
                new InputValueDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        required(TypeReference.class, n.type()),
                        optional(Value.class, n.defaultValue()),
                        list(Directive.class, n.directives()),
                        n.location());
            case EnumValueDefinition n ->
                new EnumValueDefinition(
                        optional(StringValue.class, n.description()),
                        n.name(),
                        list(Directive.class, n.directives()),
                        n.location());
            case SchemaExtension n ->
                new SchemaExtension(
                        list(Directive.class, n.directives()),
                        list(OperationTypeDefinition.class, n.operationTypes()),
                        n.location());
            case ScalarTypeExtension n ->
                new ScalarTypeExtension(n.name(), list(Directive.class, n.directives()), n.location());
            case ObjectTypeExtension n ->
                new ObjectTypeExtension(
                        n.name(),
                        list(NamedType.class, n.interfaces()),
                        list(Directive.class, n.directives()),
                        list(FieldDefinition.class, n.fields()),
                        n.location());
            case InterfaceTypeExtension n ->
                new InterfaceTypeExtension(
                        n.name(),
                        list(NamedType.class, n.interfaces()),
                        list(Directive.class, n.directives()),
                        list(FieldDefinition.class, n.fields()),
                        n.location());
            case UnionTypeExtension n ->
                new UnionTypeExtension(
                        n.name(),
                        list(Directive.class, n.directives()),
                        list(NamedType.class, n.types()),
                        n.location());
            case EnumTypeExtension n ->
                new EnumTypeExtension(
                        n.name(),
                        list(Directive.class, n.directives()),
                        list(EnumValueDefinition.class, n.values()),
                        n.location());
            case InputObjectTypeExtension n ->
                new InputObjectTypeExtension(
                        n.name(),
                        list(Directive.class, n.directives()),
                        list(InputValueDefinition.class, n.fields()),
                        n.location());
            case Variable n -> n;
            case IntValue n -> n;
            case FloatValue n -> n;
            case StringValue n -> n;
            case BooleanValue n -> n;
            case NullValue n -> n;
            case EnumValue n -> n;
            case NamedType n -> n;
            case Name n -> n;
        };
    }

    /** What stands in the place of a node that can't be left out. */
    <N extends Node> N required(Class<N> kind, N node) {
        N replacement = optional(kind, node);
        if (replacement != null) return replacement;
        throw new IllegalStateException("An %s can't be left out here: %s".formatted(name(node), node.location()));
    }

    private <N extends Node> @Nullable N optional(Class<N> kind, @Nullable N node) {
        Replacement replacement = node == null ? null : changed.get(node);
        if (node == null || replacement == null) return node;
        Node other = replacement.node();
        if (other == null || kind.isInstance(other)) return kind.cast(other);
        throw new IllegalStateException("Expected a %s in the place of the %s at %s, found a %s."
                .formatted(kind.getSimpleName(), name(node), node.location(), name(other)));
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName();
    }

    private <N extends Node> List<N> list(Class<N> kind, List<N> nodes) {
        List<N> result = new ArrayList<>(nodes.size());
        for (N node : nodes) {
            N replacement = optional(kind, node);
            if (replacement != null) result.add(replacement);
        }
        return result;
    }
}
