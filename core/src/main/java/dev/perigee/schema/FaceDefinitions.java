package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.InterfaceTypeDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.OperationTypeDefinition;
import dev.perigee.language.ScalarTypeDefinition;
import dev.perigee.language.SchemaDefinition;
import dev.perigee.language.TypeDefinition;
import dev.perigee.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The definitions of a schema, without what is not visible. */
final class FaceDefinitions {
    private static final Location NONE = Location.NONE;

    private final Schema schema;
    private final Visibility visibility;
    private final Set<DefinedType> types;

    /** @param types those that are in it */
    FaceDefinitions(Schema schema, Visibility visibility, Set<DefinedType> types) {
        this.schema = schema;
        this.visibility = visibility;
        this.types = types;
    }

    List<Definition> all() {
        List<Definition> definitions = new ArrayList<>();
        definitions.add(schemaDefinition());
        for (DirectiveType directive : schema.directives()) {
            if (!directive.isBuiltIn() && visibility.isVisible(directive)) definitions.add(definition(directive));
        }
        for (DefinedType type : schema.types()) {
            if (!type.isBuiltIn() && types.contains(type)) definitions.add(definition(type));
        }
        return definitions;
    }

    private SchemaDefinition schemaDefinition() {
        SchemaDefinition node = TypeNodes.schemaDefinition(schema);
        List<OperationTypeDefinition> roots =
                node.operationTypes().stream().filter(root -> isIn(root.type())).toList();
        return new SchemaDefinition(node.description(), directives(node.directives()), roots, NONE);
    }

    private DirectiveDefinition definition(DirectiveType type) {
        DirectiveDefinition node = TypeNodes.definition(type);
        return new DirectiveDefinition(
                node.description(),
                node.name(),
                inputs(node.arguments(), argument -> isVisible(type.argument(argument))),
                node.repeatable(),
                node.locations(),
                NONE);
    }

    private TypeDefinition definition(DefinedType type) {
        TypeDefinition definition = TypeNodes.definition(type);
        return switch (definition) {
            case ScalarTypeDefinition node ->
                new ScalarTypeDefinition(node.description(), node.name(), directives(node.directives()), NONE);
            case ObjectTypeDefinition node ->
                new ObjectTypeDefinition(
                        node.description(),
                        node.name(),
                        names(node.interfaces()),
                        directives(node.directives()),
                        fields((ObjectType) type, node.fields()),
                        NONE);
            case InterfaceTypeDefinition node ->
                new InterfaceTypeDefinition(
                        node.description(),
                        node.name(),
                        names(node.interfaces()),
                        directives(node.directives()),
                        fields((InterfaceType) type, node.fields()),
                        NONE);
            case UnionTypeDefinition node ->
                new UnionTypeDefinition(
                        node.description(), node.name(), directives(node.directives()), names(node.types()), NONE);
            case EnumTypeDefinition node -> enumDefinition((EnumType) type, node);
            case InputObjectTypeDefinition node ->
                new InputObjectTypeDefinition(
                        node.description(),
                        node.name(),
                        directives(node.directives()),
                        inputs(node.fields(), field -> isVisible(((InputObjectType) type).field(field))),
                        NONE);
        };
    }

    private EnumTypeDefinition enumDefinition(EnumType type, EnumTypeDefinition node) {
        var values = node.values().stream()
                .filter(value -> {
                    EnumMember member = type.value(value.name());
                    return member != null && visibility.isVisible(member);
                })
                .map(value -> new EnumValueDefinition(
                        value.description(), value.name(), directives(value.directives()), NONE))
                .toList();
        return new EnumTypeDefinition(node.description(), node.name(), directives(node.directives()), values, NONE);
    }

    private List<FieldDefinition> fields(ImplementingType type, List<FieldDefinition> nodes) {
        List<FieldDefinition> visible = new ArrayList<>(nodes.size());
        for (FieldDefinition node : nodes) {
            OutputField field = type.field(node.name());
            if (field == null || !visibility.isVisible(type, field)) continue;
            visible.add(new FieldDefinition(
                    node.description(),
                    node.name(),
                    inputs(node.arguments(), name -> {
                        InputValue argument = field.argument(name);
                        return argument != null && visibility.isVisible(type, field, argument);
                    }),
                    node.type(),
                    directives(node.directives()),
                    NONE));
        }
        return visible;
    }

    private List<InputValueDefinition> inputs(List<InputValueDefinition> nodes, Predicate<String> isVisible) {
        return nodes.stream()
                .filter(node -> isVisible.test(node.name()))
                .map(node -> new InputValueDefinition(
                        node.description(),
                        node.name(),
                        node.type(),
                        node.defaultValue(),
                        directives(node.directives()),
                        NONE))
                .toList();
    }

    private List<NamedType> names(List<NamedType> nodes) {
        return nodes.stream().filter(this::isIn).toList();
    }

    private boolean isIn(NamedType node) {
        DefinedType type = schema.type(node.name());
        return type != null && types.contains(type);
    }

    private boolean isVisible(@Nullable InputValue input) {
        return input != null && visibility.isVisible(input);
    }

    /** Without those that are hidden, or have an argument that is. */
    private List<Directive> directives(List<Directive> nodes) {
        return nodes.stream().filter(this::isVisible).toList();
    }

    private boolean isVisible(Directive node) {
        DirectiveType directive = schema.directive(node.name());
        return directive != null
                && visibility.isVisible(directive)
                && node.arguments().stream().allMatch(argument -> isVisible(directive.argument(argument.name())));
    }
}
