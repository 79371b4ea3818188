package dev.perigee.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values, type references, arguments and directives: what definitions of both kinds have. */
final class ValueWriter {
    private final TokenWriter out;

    ValueWriter(TokenWriter out) {
        this.out = out;
    }

    void arguments(List<Argument> arguments) {
        out.inParentheses(arguments, this::argument);
    }

    void argument(Argument argument) {
        out.token(argument.name());
        out.token(":");
        out.space();
        value(argument.value());
    }

    void directives(List<Directive> directives) {
        for (Directive directive : directives) {
            out.space();
            directive(directive);
        }
    }

    void directive(Directive directive) {
        out.token("@");
        out.token(directive.name());
        arguments(directive.arguments());
    }

    void value(Value value) {
        switch (value) {
            case Variable variable -> {
                out.token("$");
                out.token(variable.name());
            }
            case IntValue number -> out.token(number.value());
            case FloatValue number -> out.token(number.value());
            case StringValue string -> string(string);
            case BooleanValue truth -> out.token(truth.value() ? "true" : "false");
            case NullValue nothing -> out.token("null");
            case EnumValue name -> out.token(name.value());
            case ListValue list -> out.inBrackets("[", "", list.values(), "]", this::value);
            case ObjectValue object -> out.inBrackets("{", " ", object.fields(), "}", this::objectField);
        }
    }

    void objectField(ObjectField field) {
        out.token(field.name());
        out.token(":");
        out.space();
        value(field.value());
    }

    void string(StringValue string) {
        if (string.block() && StringLiteral.canBeBlock(string.value())) {
            out.blockString(string.value());
        } else {
            out.token(StringLiteral.quoted(string.value()));
        }
    }

    void type(TypeReference type) {
        switch (type) {
            case NamedType named -> out.token(named.name());
            case ListType list -> {
                out.enter();
                out.token("[");
                type(list.type());
                out.token("]");
                out.leave();
            }
            case NonNullType nonNull -> {
                type(nonNull.type());
                out.token("!");
            }
        }
    }

    void description(@Nullable StringValue description) {
        if (description == null) return;
        string(description);
        out.lineEnd();
    }

    void defaultValue(@Nullable Value value) {
        if (value == null) return;
        out.space();
        out.token("=");
        out.space();
        value(value);
    }
}
