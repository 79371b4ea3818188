package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.EnumTypeExtension;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.InputObjectTypeExtension;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.InterfaceTypeDefinition;
import dev.perigee.language.InterfaceTypeExtension;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.ObjectTypeExtension;
import dev.perigee.language.ScalarTypeDefinition;
import dev.perigee.language.ScalarTypeExtension;
import dev.perigee.language.StringValue;
import dev.perigee.language.TypeDefinition;
import dev.perigee.language.TypeExtension;
import dev.perigee.language.UnionTypeDefinition;
import dev.perigee.language.UnionTypeExtension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definition of a type or one extension of it, whatever its kind. What its kind doesn't have is empty. */
record TypePart(
        TypeKind kind,
        boolean isExtension,
        @Nullable StringValue description,
        String name,
        List<Directive> directives,
        List<NamedType> interfaces,
        List<FieldDefinition> fields,
        List<InputValueDefinition> inputFields,
        List<NamedType> members,
        List<EnumValueDefinition> values,
        Location location) {
    static TypePart of(TypeDefinition definition) {
        TypePart part = switch (definition) {
            case ScalarTypeDefinition t -> scalar(false, t.name(), t.directives(), t.location());
            case ObjectTypeDefinition t ->
                part(TypeKind.OBJECT, false, t.name(), t.directives(), t.interfaces(), t.fields(), t.location());
            case InterfaceTypeDefinition t ->
                part(TypeKind.INTERFACE, false, t.name(), t.directives(), t.interfaces(), t.fields(), t.location());
            case UnionTypeDefinition t -> union(false, t.name(), t.directives(), t.types(), t.location());
            case EnumTypeDefinition t -> enumeration(false, t.name(), t.directives(), t.values(), t.location());
            case InputObjectTypeDefinition t -> input(false, t.name(), t.directives(), t.fields(), t.location());
        };
        return part.described(definition.description(), Places.withoutDescription(definition));
    }

    static TypePart of(TypeExtension extension) {
        return switch (extension) {
            case ScalarTypeExtension t -> scalar(true, t.name(), t.directives(), t.location());
            case ObjectTypeExtension t ->
                part(TypeKind.OBJECT, true, t.name(), t.directives(), t.interfaces(), t.fields(), t.location());
            case InterfaceTypeExtension t ->
                part(TypeKind.INTERFACE, true, t.name(), t.directives(), t.interfaces(), t.fields(), t.location());
            case UnionTypeExtension t -> union(true, t.name(), t.directives(), t.types(), t.location());
            case EnumTypeExtension t -> enumeration(true, t.name(), t.directives(), t.values(), t.location());
            case InputObjectTypeExtension t -> input(true, t.name(), t.directives(), t.fields(), t.location());
        };
    }

    private static TypePart scalar(boolean extension, String name, List<Directive> directives, Location location) {
        return part(TypeKind.SCALAR, extension, name, directives, List.of(), List.of(), location);
    }

    private static TypePart input(
            boolean extension,
            String name,
            List<Directive> directives,
            List<InputValueDefinition> fields,
            Location location) {
        return new TypePart(
                TypeKind.INPUT_OBJECT,
                extension,
                null,
                name,
                directives,
                List.of(),
                List.of(),
                fields,
                List.of(),
                List.of(),
                location);
    }

    private static TypePart union(
            boolean extension, String name, List<Directive> directives, List<NamedType> members, Location location) {
        return new TypePart(
                TypeKind.UNION,
                extension,
                null,
                name,
                directives,
                List.of(),
                List.of(),
                List.of(),
                members,
                List.of(),
                location);
    }

    private static TypePart enumeration(
            boolean extension,
            String name,
            List<Directive> directives,
            List<EnumValueDefinition> values,
            Location location) {
        return new TypePart(
                TypeKind.ENUM,
                extension,
                null,
                name,
                directives,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                values,
                location);
    }

    private static TypePart part(
            TypeKind kind,
            boolean extension,
            String name,
            List<Directive> directives,
            List<NamedType> interfaces,
            List<FieldDefinition> fields,
            Location location) {
        return new TypePart(
                kind, extension, null, name, directives, interfaces, fields, List.of(), List.of(), List.of(), location);
    }

    private TypePart described(@Nullable StringValue description, Location location) {
        return new TypePart(
                kind,
                isExtension,
                description,
                name,
                directives,
                interfaces,
                fields,
                inputFields,
                members,
                values,
                location);
    }
}
