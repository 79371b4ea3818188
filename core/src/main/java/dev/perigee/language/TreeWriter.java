package dev.perigee.language;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree to a {@link Layout}, token by token in the order of the grammar, each with the comments that stand
 * beside it in its source, if they are wanted.
 */
final class TreeWriter {
    private final Layout layout;
    private final @Nullable Comments comments;
    private boolean keepKeyword; // of the next operation
    private int depth;

    TreeWriter(Layout layout, @Nullable Comments comments) {
        this.layout = layout;
        this.comments = comments;
    }

    void write(Node node) {
        switch (node) {
            case Document document -> document(document);
            case Definition definition -> definition(definition);
            case VariableDefinition definition -> variableDefinition(definition);
            case SelectionSet set -> selectionSet(set);
            case Selection selection -> selection(selection);
            case Argument argument -> argument(argument);
            case Directive directive -> directive(directive);
            case Value value -> value(value);
            case ObjectField field -> objectField(field);
            case TypeReference type -> type(type);
            case OperationTypeDefinition definition -> operationType(definition);
            case FieldDefinition definition -> fieldDefinition(definition);
            case InputValueDefinition definition -> inputValue(definition);
            case EnumValueDefinition definition -> enumValue(definition);
            case Name name -> token(name.value());
        }
    }

    /** The comments after the last token. */
    void end() {
        lastComments(false);
    }

    private void document(Document document) {
        Definition previous = null;
        for (Definition definition : document.definitions()) {
            if (previous != null) layout.blankLine();
            if (previous != null && wouldTakeBraces(previous)) keepKeyword = true;
            definition(definition);
            keepKeyword = false;
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

    private void definition(Definition definition) {
        switch (definition) {
            case OperationDefinition operation -> operation(operation);
            case FragmentDefinition fragment -> fragment(fragment);
            case SchemaDefinition schema -> schema(schema);
            case ScalarTypeDefinition scalar -> scalar(scalar);
            case ObjectTypeDefinition object -> object(object);
            case InterfaceTypeDefinition interfaceType -> interfaceType(interfaceType);
            case UnionTypeDefinition union -> union(union);
            case EnumTypeDefinition enumType -> enumType(enumType);
            case InputObjectTypeDefinition input -> inputObject(input);
            case DirectiveDefinition directive -> directiveDefinition(directive);
            case TypeSystemExtension extension -> extension(extension);
        }
    }

    private void operation(OperationDefinition operation) {
        description(operation.description());
        if (isShorthand(operation)) {
            selectionSet(operation.selectionSet());
            return;
        }
        token(operation.operation().keyword());
        layout.space();
        if (operation.name() != null) token(operation.name());
        inParentheses(operation.variableDefinitions(), this::variableDefinition);
        directives(operation.directives());
        layout.space();
        selectionSetAfterToken(operation.selectionSet());
    }

    private boolean isShorthand(OperationDefinition operation) {
        return !keepKeyword
                && operation.operation() == OperationType.QUERY
                && operation.description() == null
                && operation.name() == null
                && operation.variableDefinitions().isEmpty()
                && operation.directives().isEmpty();
    }

    private void variableDefinition(VariableDefinition definition) {
        description(definition.description());
        value(definition.variable());
        token(":");
        layout.space();
        type(definition.type());
        defaultValue(definition.defaultValue());
        directives(definition.directives());
    }

    private void fragment(FragmentDefinition fragment) {
        description(fragment.description());
        words("fragment", fragment.name(), "on");
        layout.space();
        type(fragment.typeCondition());
        directives(fragment.directives());
        layout.space();
        selectionSetAfterToken(fragment.selectionSet());
    }

    private void selectionSet(SelectionSet set) {
        inBraces(set.selections(), this::token, this::selection);
    }

    private void selectionSetAfterToken(SelectionSet set) {
        inBraces(set.selections(), this::tokenBeforeComments, this::selection);
    }

    private void selection(Selection selection) {
        enter();
        switch (selection) {
            case Field field -> field(field);
            case FragmentSpread spread -> fragmentSpread(spread);
            case InlineFragment fragment -> inlineFragment(fragment);
        }
        depth--;
    }

    private void field(Field field) {
        if (field.alias() != null) {
            token(field.alias());
            token(":");
            layout.space();
        }
        token(field.name());
        arguments(field.arguments());
        directives(field.directives());
        if (field.selectionSet() == null) return;
        layout.space();
        selectionSetAfterToken(field.selectionSet());
    }

    private void fragmentSpread(FragmentSpread spread) {
        token("...");
        token(spread.name());
        directives(spread.directives());
    }

    private void inlineFragment(InlineFragment fragment) {
        token("...");
        if (fragment.typeCondition() != null) {
            layout.space();
            token("on");
            layout.space();
            type(fragment.typeCondition());
        }
        directives(fragment.directives());
        layout.space();
        selectionSetAfterToken(fragment.selectionSet());
    }

    private void arguments(List<Argument> arguments) {
        inParentheses(arguments, this::argument);
    }

    private void argument(Argument argument) {
        token(argument.name());
        token(":");
        layout.space();
        value(argument.value());
    }

    private void directives(List<Directive> directives) {
        for (Directive directive : directives) {
            layout.space();
            directive(directive);
        }
    }

    private void directive(Directive directive) {
        token("@");
        token(directive.name());
        arguments(directive.arguments());
    }

    private void value(Value value) {
        switch (value) {
            case Variable variable -> {
                token("$");
                token(variable.name());
            }
            case IntValue number -> token(number.value());
            case FloatValue number -> token(number.value());
            case StringValue string -> string(string);
            case BooleanValue truth -> token(truth.value() ? "true" : "false");
            case NullValue nothing -> token("null");
            case EnumValue name -> token(name.value());
            case ListValue list -> {
                enter();
                commentsBefore("[");
                group("[", "", list.values(), "]", this::value);
                depth--;
            }
            case ObjectValue object -> {
                enter();
                commentsBefore("{");
                group("{", " ", object.fields(), "}", this::objectField);
                depth--;
            }
        }
    }

    private void objectField(ObjectField field) {
        token(field.name());
        token(":");
        layout.space();
        value(field.value());
    }

    private void string(StringValue string) {
        if (string.block() && StringLiteral.canBeBlock(string.value())) {
            commentsBefore("");
            layout.blockString(string.value());
            written();
        } else {
            token(StringLiteral.quoted(string.value()));
        }
    }

    private void type(TypeReference type) {
        switch (type) {
            case NamedType named -> token(named.name());
            case ListType list -> {
                enter();
                token("[");
                type(list.type());
                token("]");
                depth--;
            }
            case NonNullType nonNull -> {
                type(nonNull.type());
                token("!");
            }
        }
    }

    private void schema(SchemaDefinition schema) {
        description(schema.description());
        token("schema");
        directives(schema.directives());
        body(schema.operationTypes(), this::operationType);
    }

    private void operationType(OperationTypeDefinition definition) {
        token(definition.operation().keyword());
        token(":");
        layout.space();
        type(definition.type());
    }

    private void scalar(ScalarTypeDefinition scalar) {
        description(scalar.description());
        words("scalar", scalar.name());
        directives(scalar.directives());
    }

    private void object(ObjectTypeDefinition object) {
        description(object.description());
        words("type", object.name());
        interfaces(object.interfaces());
        directives(object.directives());
        body(object.fields(), this::fieldDefinition);
    }

    private void interfaceType(InterfaceTypeDefinition interfaceType) {
        description(interfaceType.description());
        words("interface", interfaceType.name());
        interfaces(interfaceType.interfaces());
        directives(interfaceType.directives());
        body(interfaceType.fields(), this::fieldDefinition);
    }

    private void union(UnionTypeDefinition union) {
        description(union.description());
        words("union", union.name());
        directives(union.directives());
        memberTypes(union.types());
    }

    private void enumType(EnumTypeDefinition enumType) {
        description(enumType.description());
        words("enum", enumType.name());
        directives(enumType.directives());
        body(enumType.values(), this::enumValue);
    }

    private void inputObject(InputObjectTypeDefinition input) {
        description(input.description());
        words("input", input.name());
        directives(input.directives());
        body(input.fields(), this::inputValue);
    }

    private void directiveDefinition(DirectiveDefinition directive) {
        description(directive.description());
        token("directive");
        layout.space();
        token("@");
        token(directive.name());
        inParentheses(directive.arguments(), this::inputValue);
        if (directive.repeatable()) {
            layout.space();
            token("repeatable");
        }
        layout.space();
        token("on");
        separated("|", directive.locations());
    }

    private void extension(TypeSystemExtension extension) {
        token("extend");
        layout.space();
        switch (extension) {
            case SchemaExtension schema -> {
                token("schema");
                directives(schema.directives());
                body(schema.operationTypes(), this::operationType);
            }
            case ScalarTypeExtension scalar -> {
                words("scalar", scalar.name());
                directives(scalar.directives());
            }
            case ObjectTypeExtension object -> {
                words("type", object.name());
                interfaces(object.interfaces());
                directives(object.directives());
                body(object.fields(), this::fieldDefinition);
            }
            case InterfaceTypeExtension interfaceType -> {
                words("interface", interfaceType.name());
                interfaces(interfaceType.interfaces());
                directives(interfaceType.directives());
                body(interfaceType.fields(), this::fieldDefinition);
            }
            case UnionTypeExtension union -> {
                words("union", union.name());
                directives(union.directives());
                memberTypes(union.types());
            }
            case EnumTypeExtension enumType -> {
                words("enum", enumType.name());
                directives(enumType.directives());
                body(enumType.values(), this::enumValue);
            }
            case InputObjectTypeExtension input -> {
                words("input", input.name());
                directives(input.directives());
                body(input.fields(), this::inputValue);
            }
        }
    }

    private void interfaces(List<NamedType> interfaces) {
        if (interfaces.isEmpty()) return;
        layout.space();
        token("implements");
        separated("&", interfaces);
    }

    private void memberTypes(List<NamedType> types) {
        if (types.isEmpty()) return;
        layout.space();
        token("=");
        separated("|", types);
    }

    private void fieldDefinition(FieldDefinition field) {
        description(field.description());
        token(field.name());
        inParentheses(field.arguments(), this::inputValue);
        token(":");
        layout.space();
        type(field.type());
        directives(field.directives());
    }

    private void inputValue(InputValueDefinition input) {
        description(input.description());
        token(input.name());
        token(":");
        layout.space();
        type(input.type());
        defaultValue(input.defaultValue());
        directives(input.directives());
    }

    private void enumValue(EnumValueDefinition enumValue) {
        description(enumValue.description());
        token(enumValue.name());
        directives(enumValue.directives());
    }

    private void description(@Nullable StringValue description) {
        if (description == null) return;
        string(description);
        layout.lineEnd();
    }

    private void defaultValue(@Nullable Value value) {
        if (value == null) return;
        layout.space();
        token("=");
        layout.space();
        value(value);
    }

    private void words(String first, String... others) {
        token(first);
        for (String word : others) {
            layout.space();
            token(word);
        }
    }

    /** Items in braces, each on its own line; where there was a blank line between two, there is one. */
    private <T extends Node> void inBraces(List<T> items, Consumer<String> open, Consumer<T> item) {
        open.accept("{");
        layout.indent();
        boolean first = true;
        for (T each : items) {
            lineEnd(first);
            item.accept(each);
            first = false;
        }
        boolean empty = !lastComments(first) && first;
        layout.dedent();
        if (!empty) layout.lineEnd();
        token("}");
    }

    private void lineEnd(boolean first) {
        if (!first && comments != null && comments.isBlankNext()) layout.blankLine();
        else layout.lineEnd();
    }

    private <T extends Node> void body(List<T> items, Consumer<T> item) {
        if (items.isEmpty()) return;
        layout.space();
        inBraces(items, this::tokenBeforeComments, item);
    }

    private <T extends Node> void inParentheses(List<T> items, Consumer<T> item) {
        if (!items.isEmpty()) group("(", "", items, ")", item);
    }

    /** Items on one line with commas, or else each on its own; {@code inner} is the space inside of the brackets. */
    private <T extends Node> void group(String open, String inner, List<T> items, String close, Consumer<T> item) {
        layout.open();
        tokenBeforeComments(open);
        layout.indent();
        boolean first = true;
        for (T each : items) {
            layout.mayBreak(first ? inner : ", ");
            item.accept(each);
            first = false;
        }
        boolean empty = !lastComments(first) && first;
        layout.dedent();
        if (!empty) layout.mayBreak(inner);
        token(close);
        layout.close();
    }

    /** Items on one line with separators, or else each on its own, with a separator before the first too. */
    private void separated(String separator, List<? extends Node> items) {
        layout.open();
        layout.indent();
        boolean first = true;
        for (Node item : items) {
            layout.mayBreak(" ");
            if (first) {
                if (comments != null) writeCommentLines(comments, nameOf(item));
                layout.ifBroken(separator + " ");
            } else {
                token(separator);
                layout.space();
            }
            token(nameOf(item));
            first = false;
        }
        layout.dedent();
        layout.close();
    }

    private static String nameOf(Node item) {
        return switch (item) {
            case NamedType type -> type.name();
            case Name name -> name.value();
            default -> throw new IllegalArgumentException("Not a name: " + item);
        };
    }

    private void token(String token) {
        commentsBefore(token);
        tokenBeforeComments(token);
    }

    /** A token that stands beside the one before it: the comment lines between them come after it. */
    private void tokenBeforeComments(String token) {
        if (comments != null) comments.moveTo(token);
        layout.token(token);
        written();
    }

    private void written() {
        if (comments == null) return;
        comments.written();
        if (comments.after() == null) return;
        if (layout.hasComment()) comments.moveAfterToBefore();
        else layout.commentAfter(comments.after());
    }

    private void commentsBefore(String token) {
        if (comments == null) return;
        if (!writeCommentLines(comments, token)) return;
        if (comments.isBlankBefore()) layout.blankAfterComment();
    }

    /** The comment lines before a closing bracket belong to what is in the brackets. */
    private boolean lastComments(boolean first) {
        if (comments == null || !comments.hasBefore()) return false;
        lineEnd(first);
        writeCommentLines(comments);
        return true;
    }

    private boolean writeCommentLines(Comments comments, String beforeToken) {
        comments.moveTo(beforeToken);
        if (!comments.hasBefore()) return false;
        writeCommentLines(comments);
        return true;
    }

    private void writeCommentLines(Comments comments) {
        boolean first = true;
        for (Comments.CommentLine line : comments.takeBefore()) {
            if (!first && line.blankBefore()) layout.blankAfterComment();
            layout.commentLine(line.text());
            first = false;
        }
    }

    private void enter() {
        if (++depth <= ParserLimits.GREATEST_DEPTH) return;
        throw new IllegalArgumentException(
                "The tree is nested deeper than " + ParserLimits.GREATEST_DEPTH + " levels.");
    }
}
