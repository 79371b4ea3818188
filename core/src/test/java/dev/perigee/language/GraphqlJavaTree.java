package dev.perigee.language;

import static dev.perigee.language.Location.NONE;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A tree of graphql-java as one of ours, without locations. That has no mark of block strings, so none is one, and has
 * numbers for numbers.
 */
final class GraphqlJavaTree {
    private GraphqlJavaTree() {}

    static Document of(graphql.language.Document document) {
        return new Document(all(document.getDefinitions(), GraphqlJavaTree::definition), NONE);
    }

    private static <A, B> List<B> all(List<? extends A> list, Function<? super A, ? extends B> function) {
        return list.stream().<B>map(function).toList();
    }

    private static <A, B> B orNull(A item, Function<? super A, ? extends B> function) {
        return item == null ? null : function.apply(item);
    }

    private static Definition definition(graphql.language.Definition<?> definition) {
        return switch (definition) {
            case graphql.language.OperationDefinition d ->
                new OperationDefinition(
                        null,
                        OperationType.valueOf(d.getOperation().name()),
                        d.getName(),
                        all(d.getVariableDefinitions(), GraphqlJavaTree::variableDefinition),
                        directives(d),
                        selectionSet(d.getSelectionSet()),
                        NONE);
            case graphql.language.FragmentDefinition d ->
                new FragmentDefinition(
                        null,
                        d.getName(),
                        namedType(d.getTypeCondition()),
                        directives(d),
                        selectionSet(d.getSelectionSet()),
                        NONE);
            case graphql.language.SchemaExtensionDefinition d ->
                new SchemaExtension(
                        directives(d), all(d.getOperationTypeDefinitions(), GraphqlJavaTree::operationType), NONE);
            case graphql.language.SchemaDefinition d ->
                new SchemaDefinition(
                        description(d),
                        directives(d),
                        all(d.getOperationTypeDefinitions(), GraphqlJavaTree::operationType),
                        NONE);
            case graphql.language.ScalarTypeExtensionDefinition d ->
                new ScalarTypeExtension(d.getName(), directives(d), NONE);
            case graphql.language.ScalarTypeDefinition d ->
                new ScalarTypeDefinition(description(d), d.getName(), directives(d), NONE);
            case graphql.language.ObjectTypeExtensionDefinition d ->
                new ObjectTypeExtension(
                        d.getName(),
                        all(d.getImplements(), GraphqlJavaTree::namedType),
                        directives(d),
                        all(d.getFieldDefinitions(), GraphqlJavaTree::field),
                        NONE);
            case graphql.language.ObjectTypeDefinition d ->
                new ObjectTypeDefinition(
                        description(d),
                        d.getName(),
                        all(d.getImplements(), GraphqlJavaTree::namedType),
                        directives(d),
                        all(d.getFieldDefinitions(), GraphqlJavaTree::field),
                        NONE);
            case graphql.language.InterfaceTypeExtensionDefinition d ->
                new InterfaceTypeExtension(
                        d.getName(),
                        all(d.getImplements(), GraphqlJavaTree::namedType),
                        directives(d),
                        all(d.getFieldDefinitions(), GraphqlJavaTree::field),
                        NONE);
            case graphql.language.InterfaceTypeDefinition d ->
                new InterfaceTypeDefinition(
                        description(d),
                        d.getName(),
                        all(d.getImplements(), GraphqlJavaTree::namedType),
                        directives(d),
                        all(d.getFieldDefinitions(), GraphqlJavaTree::field),
                        NONE);
            case graphql.language.UnionTypeExtensionDefinition d ->
                new UnionTypeExtension(
                        d.getName(), directives(d), all(d.getMemberTypes(), GraphqlJavaTree::namedType), NONE);
            case graphql.language.UnionTypeDefinition d ->
                new UnionTypeDefinition(
                        description(d),
                        d.getName(),
                        directives(d),
                        all(d.getMemberTypes(), GraphqlJavaTree::namedType),
                        NONE);
            case graphql.language.EnumTypeExtensionDefinition d ->
                new EnumTypeExtension(
                        d.getName(), directives(d), all(d.getEnumValueDefinitions(), GraphqlJavaTree::enumValue), NONE);
            case graphql.language.EnumTypeDefinition d ->
                new EnumTypeDefinition(
                        description(d),
                        d.getName(),
                        directives(d),
                        all(d.getEnumValueDefinitions(), GraphqlJavaTree::enumValue),
                        NONE);
            case graphql.language.InputObjectTypeExtensionDefinition d ->
                new InputObjectTypeExtension(
                        d.getName(), directives(d), all(d.getInputValueDefinitions(), GraphqlJavaTree::input), NONE);
            case graphql.language.InputObjectTypeDefinition d ->
                new InputObjectTypeDefinition(
                        description(d),
                        d.getName(),
                        directives(d),
                        all(d.getInputValueDefinitions(), GraphqlJavaTree::input),
                        NONE);
            case graphql.language.DirectiveDefinition d ->
                new DirectiveDefinition(
                        description(d),
                        d.getName(),
                        all(d.getInputValueDefinitions(), GraphqlJavaTree::input),
                        d.isRepeatable(),
                        all(d.getDirectiveLocations(), location -> new Name(location.getName(), NONE)),
                        NONE);
            default -> throw new AssertionError(definition);
        };
    }

    private static VariableDefinition variableDefinition(graphql.language.VariableDefinition d) {
        return new VariableDefinition(
                null,
                new Variable(d.getName(), NONE),
                type(d.getType()),
                orNull(d.getDefaultValue(), GraphqlJavaTree::value),
                directives(d),
                NONE);
    }

    private static SelectionSet selectionSet(graphql.language.SelectionSet set) {
        return new SelectionSet(all(set.getSelections(), GraphqlJavaTree::selection), NONE);
    }

    private static Selection selection(graphql.language.Selection<?> selection) {
        return switch (selection) {
            case graphql.language.Field f ->
                new Field(
                        f.getAlias(),
                        f.getName(),
                        all(f.getArguments(), GraphqlJavaTree::argument),
                        directives(f),
                        orNull(f.getSelectionSet(), GraphqlJavaTree::selectionSet),
                        NONE);
            case graphql.language.FragmentSpread s -> new FragmentSpread(s.getName(), directives(s), NONE);
            case graphql.language.InlineFragment f ->
                new InlineFragment(
                        orNull(f.getTypeCondition(), GraphqlJavaTree::namedType),
                        directives(f),
                        selectionSet(f.getSelectionSet()),
                        NONE);
            default -> throw new AssertionError(selection);
        };
    }

    private static Argument argument(graphql.language.Argument argument) {
        return new Argument(argument.getName(), value(argument.getValue()), NONE);
    }

    private static List<Directive> directives(graphql.language.DirectivesContainer<?> container) {
        return all(
                container.getDirectives(),
                directive -> new Directive(
                        directive.getName(), all(directive.getArguments(), GraphqlJavaTree::argument), NONE));
    }

    private static Value value(graphql.language.Value<?> value) {
        return switch (value) {
            case graphql.language.VariableReference v -> new Variable(v.getName(), NONE);
            case graphql.language.IntValue v -> new IntValue(v.getValue().toString(), NONE);
            case graphql.language.FloatValue v -> new FloatValue(v.getValue().toString(), NONE);
            case graphql.language.StringValue v -> new StringValue(v.getValue(), false, NONE);
            case graphql.language.BooleanValue v -> new BooleanValue(v.isValue(), NONE);
            case graphql.language.NullValue v -> new NullValue(NONE);
            case graphql.language.EnumValue v -> new EnumValue(v.getName(), NONE);
            case graphql.language.ArrayValue v -> new ListValue(all(v.getValues(), GraphqlJavaTree::value), NONE);
            case graphql.language.ObjectValue v ->
                new ObjectValue(
                        all(
                                v.getObjectFields(),
                                field -> new ObjectField(field.getName(), value(field.getValue()), NONE)),
                        NONE);
            default -> throw new AssertionError(value);
        };
    }

    private static TypeReference type(graphql.language.Type<?> type) {
        return switch (type) {
            case graphql.language.TypeName t -> namedType(t);
            case graphql.language.ListType t -> new ListType(type(t.getType()), NONE);
            case graphql.language.NonNullType t -> new NonNullType(type(t.getType()), NONE);
            default -> throw new AssertionError(type);
        };
    }

    private static NamedType namedType(graphql.language.Type<?> type) {
        return new NamedType(((graphql.language.TypeName) type).getName(), NONE);
    }

    private static OperationTypeDefinition operationType(graphql.language.OperationTypeDefinition d) {
        OperationType operation = OperationType.valueOf(d.getName().toUpperCase(Locale.ROOT));
        return new OperationTypeDefinition(operation, namedType(d.getTypeName()), NONE);
    }

    private static FieldDefinition field(graphql.language.FieldDefinition d) {
        return new FieldDefinition(
                description(d),
                d.getName(),
                all(d.getInputValueDefinitions(), GraphqlJavaTree::input),
                type(d.getType()),
                directives(d),
                NONE);
    }

    private static InputValueDefinition input(graphql.language.InputValueDefinition d) {
        return new InputValueDefinition(
                description(d),
                d.getName(),
                type(d.getType()),
                orNull(d.getDefaultValue(), GraphqlJavaTree::value),
                directives(d),
                NONE);
    }

    private static EnumValueDefinition enumValue(graphql.language.EnumValueDefinition d) {
        return new EnumValueDefinition(description(d), d.getName(), directives(d), NONE);
    }

    private static StringValue description(graphql.language.DescribedNode<?> node) {
        return orNull(node.getDescription(), d -> new StringValue(d.getContent(), false, NONE));
    }
}
