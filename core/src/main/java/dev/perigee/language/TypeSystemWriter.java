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
        switch (definition) {
            case SchemaDefinition schema -> schema(schema);
            case ScalarTypeDefinition scalar -> scalar(scalar);
            case ObjectTypeDefinition object -> object(object);
            case InterfaceTypeDefinition interfaceType -> interfaceType(interfaceType);
            case UnionTypeDefinition union -> union(union);
            case EnumTypeDefinition enumType -> enumType(enumType);
            case InputObjectTypeDefinition input -> inputObject(input);
            case DirectiveDefinition directive -> directiveDefinition(directive);
        }
    }

    private void schema(SchemaDefinition schema) {
        values.description(schema.description());
        out.token("schema");
        values.directives(schema.directives());
        out.body(schema.operationTypes(), this::operationType);
    }

    void operationType(OperationTypeDefinition definition) {
        out.token(definition.operation().keyword());
        out.token(":");
        out.space();
        values.type(definition.type());
    }

    private void scalar(ScalarTypeDefinition scalar) {
        values.description(scalar.description());
        out.words("scalar", scalar.name());
        values.directives(scalar.directives());
    }

    private void object(ObjectTypeDefinition object) {
        values.description(object.description());
        out.words("type", object.name());
        interfaces(object.interfaces());
        values.directives(object.directives());
        out.body(object.fields(), this::fieldDefinition);
    }

    private void interfaceType(InterfaceTypeDefinition interfaceType) {
        values.description(interfaceType.description());
        out.words("interface", interfaceType.name());
        interfaces(interfaceType.interfaces());
        values.directives(interfaceType.directives());
        out.body(interfaceType.fields(), this::fieldDefinition);
    }

    private void union(UnionTypeDefinition union) {
        values.description(union.description());
        out.words("union", union.name());
        values.directives(union.directives());
        memberTypes(union.types());
    }

    private void enumType(EnumTypeDefinition enumType) {
        values.description(enumType.description());
        out.words("enum", enumType.name());
        values.directives(enumType.directives());
        out.body(enumType.values(), this::enumValue);
    }

    private void inputObject(InputObjectTypeDefinition input) {
        values.description(input.description());
        out.words("input", input.name());
        values.directives(input.directives());
        out.body(input.fields(), this::inputValue);
    }

    private void directiveDefinition(DirectiveDefinition directive) {
        values.description(directive.description());
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

    void extension(TypeSystemExtension extension) {
        out.token("extend");
        out.space();
        switch (extension) {
            case SchemaExtension schema -> {
                out.token("schema");
                values.directives(schema.directives());
                out.body(schema.operationTypes(), this::operationType);
            }
            case ScalarTypeExtension scalar -> {
                out.words("scalar", scalar.name());
                values.directives(scalar.directives());
            }
            case ObjectTypeExtension object -> {
                out.words("type", object.name());
                interfaces(object.interfaces());
                values.directives(object.directives());
                out.body(object.fields(), this::fieldDefinition);
            }
            case InterfaceTypeExtension interfaceType -> {
                out.words("interface", interfaceType.name());
                interfaces(interfaceType.interfaces());
                values.directives(interfaceType.directives());
                out.body(interfaceType.fields(), this::fieldDefinition);
            }
            case UnionTypeExtension union -> {
                out.words("union", union.name());
                values.directives(union.directives());
                memberTypes(union.types());
            }
            case EnumTypeExtension enumType -> {
                out.words("enum", enumType.name());
                values.directives(enumType.directives());
                out.body(enumType.values(), this::enumValue);
            }
            case InputObjectTypeExtension input -> {
                out.words("input", input.name());
                values.directives(input.directives());
                out.body(input.fields(), this::inputValue);
            }
        }
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
