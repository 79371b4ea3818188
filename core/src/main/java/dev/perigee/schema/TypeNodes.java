package dev.perigee.schema;

import dev.perigee.language.Argument;
import dev.perigee.language.Definition;
import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Document;
import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.InterfaceTypeDefinition;
import dev.perigee.language.ListType;
import dev.perigee.language.Location;
import dev.perigee.language.Name;
import dev.perigee.language.NamedType;
import dev.perigee.language.NonNullType;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.OperationType;
import dev.perigee.language.OperationTypeDefinition;
import dev.perigee.language.ScalarTypeDefinition;
import dev.perigee.language.SchemaDefinition;
import dev.perigee.language.StringValue;
import dev.perigee.language.TypeDefinition;
import dev.perigee.language.TypeReference;
import dev.perigee.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The syntax tree of a schema: the way back from types to definitions. */
final class TypeNodes {
    private static final Location NONE = Location.NONE;

    private TypeNodes() {}

    static Document document(Schema schema) {
        List<Definition> definitions = new ArrayList<>();
        if (needsDefinition(schema)) definitions.add(schemaDefinition(schema));
        for (DirectiveType directive : schema.directives()) {
            if (!directive.isBuiltIn()) definitions.add(definition(directive));
        }
        for (DefinedType type : schema.types()) {
            if (!type.isBuiltIn()) definitions.add(definition(type));
        }
        return new Document(definitions, NONE);
    }

    /** Whether a reader of the types alone would not get the same root types, or would miss something. */
    private static boolean needsDefinition(Schema schema) {
        if (schema.description() != null || !schema.appliedDirectives().isEmpty()) return true;
        for (OperationType operation : OperationType.values()) {
            DefinedType assumed = schema.type(RootTypes.defaultName(operation));
            if (assumed != schema.rootType(operation)) return true;
        }
        return false;
    }

    static SchemaDefinition schemaDefinition(Schema schema) {
        List<OperationTypeDefinition> roots = new ArrayList<>();
        for (OperationType operation : OperationType.values()) {
            ObjectType type = schema.rootType(operation);
            if (type != null) roots.add(new OperationTypeDefinition(operation, named(type), NONE));
        }
        return new SchemaDefinition(
                description(schema.description()), directives(schema.appliedDirectives()), roots, NONE);
    }

    static DirectiveDefinition definition(DirectiveType directive) {
        return new DirectiveDefinition(
                description(directive.description()),
                directive.name(),
                inputs(directive.arguments()),
                directive.isRepeatable(),
                directive.locations().stream()
                        .map(location -> new Name(location.name(), NONE))
                        .toList(),
                NONE);
    }

    static TypeDefinition definition(DefinedType type) {
        StringValue description = description(type.description());
        List<Directive> directives = directives(type.appliedDirectives());
        return switch (type) {
            case ScalarType scalar -> new ScalarTypeDefinition(description, type.name(), directives, NONE);
            case ObjectType object ->
                new ObjectTypeDefinition(
                        description, type.name(), names(object.interfaces()), directives, fields(object), NONE);
            case InterfaceType interfaceType ->
                new InterfaceTypeDefinition(
                        description,
                        type.name(),
                        names(interfaceType.interfaces()),
                        directives,
                        fields(interfaceType),
                        NONE);
            case UnionType union ->
                new UnionTypeDefinition(description, type.name(), directives, names(union.types()), NONE);
            case EnumType enumType ->
                new EnumTypeDefinition(description, type.name(), directives, values(enumType), NONE);
            case InputObjectType input ->
                new InputObjectTypeDefinition(description, type.name(), directives, inputs(input.fields()), NONE);
        };
    }

    private static List<FieldDefinition> fields(ImplementingType type) {
        List<FieldDefinition> nodes = new ArrayList<>(type.fields().size());
        for (OutputField field : type.fields()) {
            nodes.add(new FieldDefinition(
                    description(field.description()),
                    field.name(),
                    inputs(field.arguments()),
                    reference(field.type()),
                    directives(field.appliedDirectives()),
                    NONE));
        }
        return nodes;
    }

    private static List<InputValueDefinition> inputs(List<InputValue> inputs) {
        List<InputValueDefinition> nodes = new ArrayList<>(inputs.size());
        for (InputValue input : inputs) {
            nodes.add(new InputValueDefinition(
                    description(input.description()),
                    input.name(),
                    reference(input.type()),
                    input.defaultValue(),
                    directives(input.appliedDirectives()),
                    NONE));
        }
        return nodes;
    }

    private static List<EnumValueDefinition> values(EnumType type) {
        List<EnumValueDefinition> nodes = new ArrayList<>(type.values().size());
        for (EnumMember member : type.values()) {
            nodes.add(new EnumValueDefinition(
                    description(member.description()), member.name(), directives(member.appliedDirectives()), NONE));
        }
        return nodes;
    }

    private static List<NamedType> names(Collection<? extends DefinedType> types) {
        return types.stream().map(TypeNodes::named).toList();
    }

    private static NamedType named(DefinedType type) {
        return new NamedType(type.name(), NONE);
    }

    static TypeReference reference(Type type) {
        return switch (type) {
            case DefinedType defined -> named(defined);
            case ListOf list -> new ListType(reference(list.type()), NONE);
            case NonNull nonNull -> new NonNullType(reference(nonNull.type()), NONE);
        };
    }

    private static List<Directive> directives(List<AppliedDirective> applied) {
        if (applied.isEmpty()) return List.of();
        return applied.stream().map(TypeNodes::directive).toList();
    }

    private static Directive directive(AppliedDirective applied) {
        if (!applied.name().equals(Deprecation.NAME)) return applied.node();
        return Deprecation.directive(Objects.toString(applied.arguments().get("reason")));
    }

    private static @Nullable StringValue description(@Nullable String text) {
        return text == null ? null : new StringValue(text, true, NONE);
    }

    /** An argument that is a string. */
    static Argument argument(String name, String text) {
        return new Argument(name, new StringValue(text, false, NONE), NONE);
    }
}
