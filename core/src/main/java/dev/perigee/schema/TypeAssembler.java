package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.Name;
import dev.perigee.language.NamedType;
import dev.perigee.language.OperationType;
import dev.perigee.language.OperationTypeDefinition;
import dev.perigee.language.StringValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes types of definitions, valid or not: first all types without what is in them, then what is in them, since types
 * refer to each other in circles. Of what has the same name, the first counts.
 */
final class TypeAssembler {
    private final Definitions definitions;
    private final Attachments attachments;
    private final Draft draft;
    private final List<Application> applications = new ArrayList<>();

    private TypeAssembler(Definitions definitions, Attachments attachments, Draft draft) {
        this.definitions = definitions;
        this.attachments = attachments;
        this.draft = draft;
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
        return new DirectiveApplication(assembler.applications);
    }

    /** Directives on one element, and what takes them once they are coerced. */
    record Application(List<Directive> nodes, Consumer<List<AppliedDirective>> target) {}

    private DefinedType shell(List<TypePart> parts) {
        TypePart first = parts.getFirst();
        String name = first.name();
        String description = text(first.description());
        return switch (first.kind()) {
            case SCALAR ->
                new ScalarType(name, description, specifiedByUrl(parts), attachments.coercion(name), first.location());
            case OBJECT -> new ObjectType(name, description, first.location());
            case INTERFACE -> new InterfaceType(name, description, first.location());
            case UNION -> new UnionType(name, description, first.location());
            case ENUM -> new EnumType(name, description, first.location(), enumMembers(name, parts));
            case INPUT_OBJECT -> new InputObjectType(name, description, isOneOf(first), first.location());
        };
    }

    private void complete(DefinedType type, List<TypePart> parts) {
        switch (type) {
            case ScalarType scalar -> apply(parts, scalar::apply);
            case EnumType enumType -> apply(parts, enumType::apply);
            case ObjectType object -> {
                object.complete(interfaces(parts), fields(parts));
                apply(parts, object::apply);
            }
            case InterfaceType interfaceType -> {
                interfaceType.complete(interfaces(parts), fields(parts));
                apply(parts, interfaceType::apply);
            }
            case UnionType union -> {
                union.complete(members(parts));
                apply(parts, union::apply);
            }
            case InputObjectType input -> {
                input.complete(inputFields(parts));
                apply(parts, input::apply);
            }
        }
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

    private List<ObjectType> members(List<TypePart> parts) {
        Set<ObjectType> members = new LinkedHashSet<>();
        for (TypePart part : parts) {
            for (NamedType node : part.members()) {
                if (draft.find(node.name()) instanceof ObjectType object) members.add(object);
            }
        }
        return List.copyOf(members);
    }

    private Members<OutputField> fields(List<TypePart> parts) {
        Map<String, OutputField> fields = new LinkedHashMap<>();
        for (TypePart part : parts) {
            for (FieldDefinition node : part.fields()) {
                if (!fields.containsKey(node.name())) fields.put(node.name(), field(part.name(), node));
            }
        }
        return Members.of(fields);
    }

    private OutputField field(String typeName, FieldDefinition node) {
        OutputField field = new OutputField(
                typeName,
                node.name(),
                text(node.description()),
                inputs(new InputOwner.OfField(typeName, node.name()), node.arguments()),
                draft.resolve(node.type()),
                Deprecation.reason(node.directives()),
                Places.withoutDescription(node));
        apply(field::apply, node.directives());
        return field;
    }

    private Members<InputValue> inputFields(List<TypePart> parts) {
        InputOwner owner = new InputOwner.OfInputObject(parts.getFirst().name());
        if (parts.size() == 1) return inputs(owner, parts.getFirst().inputFields());
        List<InputValueDefinition> nodes = new ArrayList<>();
        for (TypePart part : parts) nodes.addAll(part.inputFields());
        return inputs(owner, nodes);
    }

    private Members<InputValue> inputs(InputOwner owner, List<InputValueDefinition> nodes) {
        if (nodes.isEmpty()) return Members.none();
        Map<String, InputValue> inputs = new LinkedHashMap<>();
        for (InputValueDefinition node : nodes) {
            if (!inputs.containsKey(node.name())) inputs.put(node.name(), input(owner, node));
        }
        return Members.of(inputs);
    }

    private InputValue input(InputOwner owner, InputValueDefinition node) {
        InputValue input = new InputValue(
                owner,
                node.name(),
                text(node.description()),
                draft.resolve(node.type()),
                node.defaultValue(),
                Deprecation.reason(node.directives()),
                Places.withoutDescription(node));
        apply(input::apply, node.directives());
        return input;
    }

    private Members<EnumMember> enumMembers(String enumName, List<TypePart> parts) {
        Map<String, EnumMember> members = new LinkedHashMap<>();
        for (TypePart part : parts) {
            for (EnumValueDefinition node : part.values()) {
                if (!members.containsKey(node.name())) members.put(node.name(), enumMember(enumName, node));
            }
        }
        return Members.of(members);
    }

    private EnumMember enumMember(String enumName, EnumValueDefinition node) {
        EnumMember member = new EnumMember(
                enumName,
                node.name(),
                text(node.description()),
                Deprecation.reason(node.directives()),
                attachments.enumValue(enumName, node.name()),
                Places.withoutDescription(node));
        apply(member::apply, node.directives());
        return member;
    }

    private void directive(DirectiveDefinition node) {
        if (BuiltInDirectives.isBuiltIn(node.name()) && draft.directives().containsKey(node.name())) return;
        Set<DirectiveLocation> locations = EnumSet.noneOf(DirectiveLocation.class);
        for (Name name : node.locations()) {
            DirectiveLocation location = DirectiveLocation.of(name.value());
            if (location != null) locations.add(location);
        }
        draft.add(new DirectiveType(
                node.name(),
                text(node.description()),
                inputs(new InputOwner.OfDirective(node.name()), node.arguments()),
                node.repeatable(),
                Collections.unmodifiableSet(locations),
                Places.withoutDescription(node)));
    }

    /** What the schema definition and its extensions name; without a definition, also the types with default names. */
    private void roots() {
        for (SchemaPart part : definitions.schema()) {
            for (OperationTypeDefinition node : part.operationTypes())
                root(node.operation(), node.type().name());
        }
        if (definitions.schemaDefinition() != null) return;
        for (OperationType operation : OperationType.values()) root(operation, RootTypes.defaultName(operation));
    }

    private void root(OperationType operation, String name) {
        if (draft.find(name) instanceof ObjectType object) draft.root(operation, object);
    }

    private void apply(List<TypePart> parts, Consumer<List<AppliedDirective>> target) {
        List<Directive> nodes = new ArrayList<>();
        for (TypePart part : parts) nodes.addAll(part.directives());
        apply(target, nodes);
    }

    private void apply(Consumer<List<AppliedDirective>> target, List<Directive> nodes) {
        if (!nodes.isEmpty()) applications.add(new Application(nodes, target));
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

    private static @Nullable String text(@Nullable StringValue description) {
        return description == null ? null : description.value();
    }
}
