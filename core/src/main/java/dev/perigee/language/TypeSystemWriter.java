package dev.perigee.language;

import java.util.List;

/** Writes definitions of types and directives, and their extensions. */
final class TypeSystemWriter {
    private final TokenWriter out;
    private final ValueWriter values;

    TypeSystemWriter(TokenWriter out, ValueWriter values) {
        this.out = out;
        this.values = values;
    }

    void definition(TypeSystemDefinition definition) {
        values.description(definition.description());
        switch (definition) {
            case SchemaDefinition schema -> schema(schema.directives(), schema.operationTypes());
            case ScalarTypeDefinition scalar -> type("scalar", scalar.name(), List.of(), scalar.directives());
            case ObjectTypeDefinition object -> {
                type("type", object.name(), object.interfaces(), object.directives());
                out.body(object.fields(), this::fieldDefinition);
            }
            case InterfaceTypeDefinition type -> {
                type("interface", type.name(), type.interfaces(), type.directives());
                out.body(type.fields(), this::fieldDefinition);
            }
            case UnionTypeDefinition union -> {
                type("union", union.name(), List.of(), union.directives());
                memberTypes(union.types());
            }
            case EnumTypeDefinition type -> {
                type("enum", type.name(), List.of(), type.directives());
                out.body(type.values(), this::enumValue);
            }
            case InputObjectTypeDefinition input -> {
                type("input", input.name(), List.of(), input.directives());
                out.body(input.fields(), this::inputValue);
            }
            case DirectiveDefinition directive -> directive(directive);
        }
    }

    void extension(TypeSystemExtension extension) {
        out.token("extend");
        out.space();
        switch (extension) {
            case SchemaExtension schema -> schema(schema.directives(), schema.operationTypes());
            case ScalarTypeExtension scalar -> type("scalar", scalar.name(), List.of(), scalar.directives());
            case ObjectTypeExtension object -> {
                type("type", object.name(), object.interfaces(), object.directives());
                out.body(object.fields(), this::fieldDefinition);
            }
            case InterfaceTypeExtension type -> {
                type("interface", type.name(), type.interfaces(), type.directives());
                out.body(type.fields(), this::fieldDefinition);
            }
            case UnionTypeExtension union -> {
                type("union", union.name(), List.of(), union.directives());
                memberTypes(union.types());
            }
            case EnumTypeExtension type -> {
                type("enum", type.name(), List.of(), type.directives());
                out.body(type.values(), this::enumValue);
            }
            case InputObjectTypeExtension input -> {
                type("input", input.name(), List.of(), input.directives());
                out.body(input.fields(), this::inputValue);
            }
        }
    }

    private void schema(List<Directive> directives, List<OperationTypeDefinition> operationTypes) {
        out.token("schema");
        values.directives(directives);
        out.body(operationTypes, this::operationType);
    }

    /** How definitions and extensions of all types begin. */
    private void type(String keyword, String name, List<NamedType> interfaces, List<Directive> directives) {
        out.words(keyword, name);
        interfaces(interfaces);
        values.directives(directives);
    }

    void operationType(OperationTypeDefinition definition) {
        out.token(definition.operation().keyword());
        out.token(":");
        out.space();
        values.type(definition.type());
    }

    private void directive(DirectiveDefinition directive) {
        out.token("directive");
        out.space();
        out.token("@");
        out.token(directive.name());
        out.inParentheses(directive.arguments(), this::inputValue);
        if (directive.repeatable()) {
            out.space();
            out.token("repeatable");
        }
        out.space();
        out.token("on");
        out.separated("|", directive.locations());
    }

    private void interfaces(List<NamedType> interfaces) {
        if (interfaces.isEmpty()) return;
        out.space();
        out.token("implements");
        out.separated("&", interfaces);
    }

    private void memberTypes(List<NamedType> types) {
        if (types.isEmpty()) return;
        out.space();
        out.token("=");
        out.separated("|", types);
    }

    void fieldDefinition(FieldDefinition field) {
        values.description(field.description());
        out.token(field.name());
        out.inParentheses(field.arguments(), this::inputValue);
        out.token(":");
        out.space();
        values.type(field.type());
        values.directives(field.directives());
    }

    void inputValue(InputValueDefinition input) {
        values.description(input.description());
        out.token(input.name());
        out.token(":");
        out.space();
        values.type(input.type());
        values.defaultValue(input.defaultValue());
        values.directives(input.directives());
    }

    void enumValue(EnumValueDefinition enumValue) {
        values.description(enumValue.description());
        out.token(enumValue.name());
        values.directives(enumValue.directives());
    }
}
