package dev.perigee.language;

import org.jspecify.annotations.Nullable;

/** Writes a tree, token by token in the order of the grammar. */
final class TreeWriter {
    private final TokenWriter out;
    private final ValueWriter values;
    private final ExecutableWriter executables;
    private final TypeSystemWriter types;

    /** @param comments those to write beside the tokens where they stand in the source, null for none */
    TreeWriter(Layout layout, @Nullable Comments comments) {
        this.out = new TokenWriter(layout, comments);
        this.values = new ValueWriter(out);
        this.executables = new ExecutableWriter(out, values);
        this.types = new TypeSystemWriter(out, values);
    }

    void write(Node node) {
        switch (node) {
            case Document document -> document(document);
            case Definition definition -> definition(definition, false);
            case VariableDefinition definition -> executables.variableDefinition(definition);
            case SelectionSet set -> executables.selectionSet(set);
            case Selection selection -> executables.selection(selection);
            case Argument argument -> values.argument(argument);
            case Directive directive -> values.directive(directive);
            case Value value -> values.value(value);
            case ObjectField field -> values.objectField(field);
            case TypeReference type -> values.type(type);
            case OperationTypeDefinition definition -> types.operationType(definition);
            case FieldDefinition definition -> types.fieldDefinition(definition);
            case InputValueDefinition definition -> types.inputValue(definition);
            case EnumValueDefinition definition -> types.enumValue(definition);
            case Name name -> out.token(name.value());
        }
    }

    /** The comments after the last token. */
    void end() {
        out.end();
    }

    private void document(Document document) {
        Definition previous = null;
        for (Definition definition : document.definitions()) {
            if (previous != null) out.blankLine();
            definition(definition, previous != null && wouldTakeBraces(previous));
            previous = definition;
        }
    }

    /** Whether braces after this definition would be read as its own: a query there can't be in shorthand. */
    private static boolean wouldTakeBraces(Definition definition) {
        return switch (definition) {
            case ObjectTypeDefinition object -> object.fields().isEmpty();
            case InterfaceTypeDefinition interfaceType -> interfaceType.fields().isEmpty();
            case EnumTypeDefinition enumType -> enumType.values().isEmpty();
            case InputObjectTypeDefinition input -> input.fields().isEmpty();
            case SchemaExtension schema -> schema.operationTypes().isEmpty();
            case ObjectTypeExtension object -> object.fields().isEmpty();
            case InterfaceTypeExtension interfaceType -> interfaceType.fields().isEmpty();
            case EnumTypeExtension enumType -> enumType.values().isEmpty();
            case InputObjectTypeExtension input -> input.fields().isEmpty();
            case ExecutableDefinition executable -> false;
            case SchemaDefinition schema -> false;
            case ScalarTypeDefinition scalar -> false;
            case UnionTypeDefinition union -> false;
            case DirectiveDefinition directive -> false;
            case ScalarTypeExtension scalar -> false;
            case UnionTypeExtension union -> false;
        };
    }

    /** @param keepKeyword whether a query must not be in shorthand */
    private void definition(Definition definition, boolean keepKeyword) {
        switch (definition) {
            case OperationDefinition operation -> executables.operation(operation, keepKeyword);
            case FragmentDefinition fragment -> executables.fragment(fragment);
            case TypeSystemDefinition typeSystem -> types.definition(typeSystem);
            case TypeSystemExtension extension -> types.extension(extension);
        }
    }
}
