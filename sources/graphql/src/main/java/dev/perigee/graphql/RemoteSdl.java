package dev.perigee.graphql;

import dev.perigee.language.Definition;
import dev.perigee.language.Directive;
import dev.perigee.language.Document;
import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.InterfaceTypeDefinition;
import dev.perigee.language.NamedType;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.Printer;
import dev.perigee.language.Rewriter;
import dev.perigee.language.ScalarTypeDefinition;
import dev.perigee.language.Source;
import dev.perigee.language.TypeDefinition;
import dev.perigee.language.UnionTypeDefinition;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.SchemaPrinter;
import java.util.List;
import java.util.Set;

/** A remote schema as SDL in the names of the graph. Directives that only the remote knows are left out. */
final class RemoteSdl {
    private static final Set<String> KNOWN_TO_ALL = Set.of("deprecated", "specifiedBy", "oneOf");

    private final Remote remote;
    private final Names names;

    private RemoteSdl(Remote remote) {
        this.remote = remote;
        this.names = remote.names();
    }

    static Source of(Remote remote) {
        return new RemoteSdl(remote).source();
    }

    private Source source() {
        Document whole = SchemaPrinter.document(remote.schema());
        List<Definition> types = whole.definitions().stream()
                .filter(TypeDefinition.class::isInstance)
                .map(this::withRootFields)
                .toList();
        Document renamed = rewriter().rewrite(new Document(types, whole.location()));
        return Source.of("the schema of " + remote.name(), Printer.print(renamed));
    }

    private Definition withRootFields(Definition definition) {
        if (!(definition instanceof ObjectTypeDefinition type)
                || !(remote.schema().type(type.name()) instanceof ObjectType object)
                || !remote.isRoot(object)) return definition;
        List<FieldDefinition> fields = type.fields().stream()
                .map(field -> new FieldDefinition(
                        field.description(),
                        names.ofRootField(type.name() + "." + field.name()),
                        field.arguments(),
                        field.type(),
                        field.directives(),
                        field.location()))
                .toList();
        return new ObjectTypeDefinition(
                type.description(), type.name(), type.interfaces(), type.directives(), fields, type.location());
    }

    private Rewriter rewriter() {
        return Rewriter.builder()
                .on(Directive.class, directive -> KNOWN_TO_ALL.contains(directive.name()) ? directive : null)
                .on(NamedType.class, type -> new NamedType(names.ofType(type.name()), type.location()))
                .on(TypeDefinition.class, this::renamed)
                .build();
    }

    private TypeDefinition renamed(TypeDefinition type) {
        String name = names.ofType(type.name());
        return switch (type) {
            case ObjectTypeDefinition t ->
                new ObjectTypeDefinition(
                        t.description(), name, t.interfaces(), t.directives(), t.fields(), t.location());
            case InterfaceTypeDefinition t ->
                new InterfaceTypeDefinition(
                        t.description(), name, t.interfaces(), t.directives(), t.fields(), t.location());
            case UnionTypeDefinition t ->
                new UnionTypeDefinition(t.description(), name, t.directives(), t.types(), t.location());
            case EnumTypeDefinition t ->
                new EnumTypeDefinition(t.description(), name, t.directives(), t.values(), t.location());
            case InputObjectTypeDefinition t ->
                new InputObjectTypeDefinition(t.description(), name, t.directives(), t.fields(), t.location());
            case ScalarTypeDefinition t ->
                new ScalarTypeDefinition(t.description(), name, t.directives(), t.location());
        };
    }
}
