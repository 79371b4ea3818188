package dev.perigee.language;

/**
 * Where the name of a named node stands. A node knows only where all of it stands, which is what most ask for; its name
 * is found again in the source when someone asks.
 */
public final class NameLocation {
    private static final int NO_NAME = -1;

    private NameLocation() {}

    /**
     * The location of the node's name, not of its alias; of a node without a name its own, and {@link Location#NONE} of
     * a node made in code.
     */
    public static Location of(Node node) {
        Location location = node.location();
        int tokensBefore = tokensBeforeName(node);
        if (location == Location.NONE || tokensBefore == NO_NAME) return location;
        Lexer lexer = new Lexer(location.source(), ParserLimits.SCHEMA, location.start());
        lexer.next();
        if (lexer.kind() == TokenKind.STRING || lexer.kind() == TokenKind.BLOCK_STRING) lexer.next(); // description
        for (int i = 0; i < tokensBefore; i++) lexer.next();
        return lexer.location();
    }

    private static int tokensBeforeName(Node node) {
        return switch (node) {
            case Field field -> field.alias() == null ? 0 : 2;
            case OperationDefinition operation -> operation.name() == null ? NO_NAME : 1;
            case FragmentDefinition fragment -> 1;
            case FragmentSpread spread -> 1;
            case Directive directive -> 1;
            case Variable variable -> 1;
            case VariableDefinition definition -> 1;
            case TypeDefinition definition -> 1;
            case DirectiveDefinition definition -> 2;
            case TypeExtension extension -> 2;
            case Argument argument -> 0;
            case ObjectField field -> 0;
            case NamedType type -> 0;
            case EnumValue name -> 0;
            case FieldDefinition field -> 0;
            case InputValueDefinition input -> 0;
            case EnumValueDefinition enumValue -> 0;
            case Name name -> 0;
            case Document document -> NO_NAME;
            case SchemaDefinition schema -> NO_NAME;
            case SchemaExtension schema -> NO_NAME;
            case SelectionSet set -> NO_NAME;
            case InlineFragment fragment -> NO_NAME;
            case OperationTypeDefinition definition -> NO_NAME;
            case ListType type -> NO_NAME;
            case NonNullType type -> NO_NAME;
            case IntValue value -> NO_NAME;
            case FloatValue value -> NO_NAME;
            case StringValue value -> NO_NAME;
            case BooleanValue value -> NO_NAME;
            case NullValue value -> NO_NAME;
            case ListValue value -> NO_NAME;
            case ObjectValue value -> NO_NAME;
        };
    }
}
