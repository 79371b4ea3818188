package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Name;
import dev.perigee.language.NamedType;
import dev.perigee.language.OperationType;
import dev.perigee.language.OperationTypeDefinition;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes types of definitions, valid or not: first all types without what is in them, then what is in them, since types
 * refer to each other in circles. Of what has the same name, the first counts.
 */
final class TypeAssembler {
    private final Definitions definitions;
    private final Attachments attachments;
    private final Draft draft;
    private final DirectiveApplication directives = new DirectiveApplication();
    private final MemberAssembler members;

    private TypeAssembler(Definitions definitions, Attachments attachments, Draft draft) {
        this.definitions = definitions;
        this.attachments = attachments;
        this.draft = draft;
        this.members = new MemberAssembler(attachments, draft, directives);
    }

    /** Fills a draft; returns what applies the directives, once all is known to be valid. */
    static DirectiveApplication assemble(Definitions definitions, Attachments attachments, Draft draft) {
        TypeAssembler assembler = new TypeAssembler(definitions, attachments, draft);
        definitions.types().forEach((name, parts) -> {
            if (BuiltInScalars.of(name) == null) draft.add(assembler.shell(parts));
        });
        for (DefinedType type : draft.types()) {
            assembler.complete(type, definitions.parts(type.name()));
        }
        definitions.directives().values().forEach(assembler::directive);
        assembler.roots();
        return assembler.directives;
    }

    private DefinedType shell(List<TypePart> parts) {
        TypePart first = parts.getFirst();
        String name = first.name();
        String description = MemberAssembler.text(first.description());
        return switch (first.kind()) {
            case SCALAR ->
                new ScalarType(name, description, specifiedByUrl(parts), attachments.coercion(name), first.location());
            case OBJECT -> new ObjectType(name, description, first.location());
            case INTERFACE -> new InterfaceType(name, description, first.location());
            case UNION -> new UnionType(name, description, first.location());
            case ENUM -> new EnumType(name, description, first.location(), members.enumMembers(name, parts));
            case INPUT_OBJECT -> new InputObjectType(name, description, isOneOf(first), first.location());
        };
    }

    private void complete(DefinedType type, List<TypePart> parts) {
        switch (type) {
            case ScalarType scalar -> {}
            case EnumType enumType -> {}
            case ImplementingType implementing -> implementing.complete(interfaces(parts), members.fields(parts));
            case UnionType union -> union.complete(memberTypes(parts));
            case InputObjectType input -> input.complete(members.inputFields(parts));
        }
        directives.addAll(parts, type::apply);
    }

    private List<InterfaceType> interfaces(List<TypePart> parts) {
        Set<InterfaceType> interfaces = new LinkedHashSet<>();
        for (TypePart part : parts) {
            for (NamedType node : part.interfaces()) {
                if (draft.find(node.name()) instanceof InterfaceType interfaceType) interfaces.add(interfaceType);
            }
        }
        return List.copyOf(interfaces);
    }

    private List<ObjectType> memberTypes(List<TypePart> parts) {
        Set<ObjectType> members = new LinkedHashSet<>();
        for (TypePart part : parts) {
            for (NamedType node : part.members()) {
                if (draft.find(node.name()) instanceof ObjectType object) members.add(object);
            }
        }
        return List.copyOf(members);
    }

    private void directive(DirectiveDefinition node) {
        if (BuiltInDirectives.isBuiltIn(node.name()) && draft.directives().containsKey(node.name())) return;
        Set<DirectiveLocation> locations = new LinkedHashSet<>();
        for (Name name : node.locations()) {
            DirectiveLocation location = DirectiveLocation.of(name.value());
            if (location != null) locations.add(location);
        }
        draft.add(new DirectiveType(
                node.name(),
                MemberAssembler.text(node.description()),
                members.inputs(new InputOwner.OfDirective(node.name()), node.arguments()),
                node.repeatable(),
                Collections.unmodifiableSet(locations),
                Places.withoutDescription(node)));
    }

    /** What the schema definition and its extensions name; without a definition, also the types with default names. */
    private void roots() {
        for (SchemaPart part : definitions.schema()) {
            for (OperationTypeDefinition node : part.operationTypes()) {
                root(node.operation(), node.type().name());
            }
        }
        if (definitions.schemaDefinition() != null) return;
        for (OperationType operation : OperationType.values()) root(operation, RootTypes.defaultName(operation));
    }

    private void root(OperationType operation, String name) {
        if (draft.find(name) instanceof ObjectType object) draft.root(operation, object);
    }

    private static boolean isOneOf(TypePart part) {
        return part.directives().stream().anyMatch(directive -> directive.name().equals("oneOf"));
    }

    private static @Nullable String specifiedByUrl(List<TypePart> parts) {
        for (TypePart part : parts) {
            for (Directive directive : part.directives()) {
                if (!directive.name().equals("specifiedBy")) continue;
                return Deprecation.stringArgument(directive, "url");
            }
        }
        return null;
    }
}
