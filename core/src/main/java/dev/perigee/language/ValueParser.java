package dev.perigee.language;

import static dev.perigee.language.TokenKind.AT;
import static dev.perigee.language.TokenKind.BANG;
import static dev.perigee.language.TokenKind.BRACE_LEFT;
import static dev.perigee.language.TokenKind.BRACE_RIGHT;
import static dev.perigee.language.TokenKind.BRACKET_LEFT;
import static dev.perigee.language.TokenKind.BRACKET_RIGHT;
import static dev.perigee.language.TokenKind.COLON;
import static dev.perigee.language.TokenKind.DOLLAR;
import static dev.perigee.language.TokenKind.PAREN_LEFT;
import static dev.perigee.language.TokenKind.PAREN_RIGHT;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the grammar that operations and schemas share: values, arguments, directives, types, descriptions. */
final class ValueParser {
    /** Whether variables are values: they are not in default values and in all of a schema. */
    enum Constness {
        CONSTANT,
        VARIABLE
    }

    private final Cursor cursor;

    ValueParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** {@code Value : Variable IntValue FloatValue StringValue BooleanValue NullValue EnumValue ListValue ObjectValue}. */
    Value value(Constness constness) {
        int start = cursor.start();
        return switch (cursor.kind()) {
            case NAME -> nameValue(start);
            case INT -> new IntValue(cursor.takeNumber(), cursor.since(start));
            case FLOAT -> new FloatValue(cursor.takeNumber(), cursor.since(start));
            case STRING, BLOCK_STRING -> string();
            case BRACKET_LEFT -> listValue(constness);
            case BRACE_LEFT -> objectValue(constness);
            case DOLLAR -> {
                if (constness == Constness.CONSTANT) throw cursor.expected("a value without variables");
                yield variable();
            }
            default -> throw cursor.expected("a value");
        };
    }

    /** {@code Variable : $ Name}. */
    Variable variable() {
        int start = cursor.start();
        cursor.expect(DOLLAR);
        return new Variable(cursor.name("the name of a variable"), cursor.since(start));
    }

    StringValue string() {
        int start = cursor.start();
        boolean block = cursor.is(TokenKind.BLOCK_STRING);
        return new StringValue(cursor.takeString(), block, cursor.since(start));
    }

    /** {@code BooleanValue : one of true false}, {@code NullValue : null}, {@code EnumValue : Name} but none of these. */
    private Value nameValue(int start) {
        String name = cursor.name("a value");
        Location location = cursor.since(start);
        return switch (name) {
            case "true" -> new BooleanValue(true, location);
            case "false" -> new BooleanValue(false, location);
            case "null" -> new NullValue(location);
            default -> new EnumValue(name, location);
        };
    }

    /** {@code ListValue : [ Value* ]}. */
    private ListValue listValue(Constness constness) {
        int start = cursor.start();
        cursor.enter(BRACKET_LEFT);
        int values = cursor.startList();
        while (!cursor.is(BRACKET_RIGHT)) cursor.add(value(constness));
        cursor.leave(BRACKET_RIGHT);
        return new ListValue(cursor.list(values), cursor.since(start));
    }

    /** {@code ObjectValue : { ObjectField* }}. */
    private ObjectValue objectValue(Constness constness) {
        int start = cursor.start();
        cursor.enter(BRACE_LEFT);
        int fields = cursor.startList();
        while (!cursor.is(BRACE_RIGHT)) cursor.add(objectField(constness));
        cursor.leave(BRACE_RIGHT);
        return new ObjectValue(cursor.list(fields), cursor.since(start));
    }

    /** {@code ObjectField : Name : Value}. */
    private ObjectField objectField(Constness constness) {
        int start = cursor.start();
        String name = cursor.name("the name of an input field, or \"}\"");
        cursor.expect(COLON);
        return new ObjectField(name, value(constness), cursor.since(start));
    }

    /** {@code Arguments : ( Argument+ )}, or none. */
    List<Argument> arguments(Constness constness) {
        if (!cursor.skip(PAREN_LEFT)) return List.of();
        int arguments = cursor.startList();
        do {
            cursor.add(argument(constness));
        } while (!cursor.skip(PAREN_RIGHT));
        return cursor.list(arguments);
    }

    /** {@code Argument : Name : Value}. */
    private Argument argument(Constness constness) {
        int start = cursor.start();
        String name = cursor.name("the name of an argument");
        cursor.expect(COLON);
        return new Argument(name, value(constness), cursor.since(start));
    }

    /** {@code Directives : Directive+}, or none. */
    List<Directive> directives(Constness constness) {
        if (!cursor.is(AT)) return List.of();
        int directives = cursor.startList();
        do {
            cursor.add(directive(constness));
        } while (cursor.is(AT));
        return cursor.list(directives);
    }

    /** {@code Directive : @ Name Arguments?}. */
    private Directive directive(Constness constness) {
        int start = cursor.start();
        cursor.expect(AT);
        String name = cursor.name("the name of a directive");
        return new Directive(name, arguments(constness), cursor.since(start));
    }

    /** {@code Type : NamedType ListType NonNullType}. */
    TypeReference type() {
        int start = cursor.start();
        TypeReference type = cursor.is(BRACKET_LEFT) ? listType() : namedType("a type");
        return cursor.skip(BANG) ? new NonNullType(type, cursor.since(start)) : type;
    }

    /** {@code ListType : [ Type ]}. */
    private ListType listType() {
        int start = cursor.start();
        cursor.enter(BRACKET_LEFT);
        TypeReference type = type();
        cursor.leave(BRACKET_RIGHT);
        return new ListType(type, cursor.since(start));
    }

    /** {@code NamedType : Name}. */
    NamedType namedType(String what) {
        int start = cursor.start();
        return new NamedType(cursor.name(what), cursor.since(start));
    }

    /** {@code Description : StringValue}, or none. */
    @Nullable StringValue description() {
        return switch (cursor.kind()) {
            case STRING, BLOCK_STRING -> string();
            default -> null;
        };
    }
}
