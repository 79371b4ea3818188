package dev.perigee.grpc.graph;

import static dev.perigee.grpc.graph.Nodes.listOf;
import static dev.perigee.grpc.graph.Nodes.named;
import static dev.perigee.grpc.graph.Nodes.nonNull;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.RootField.Result.Page;
import dev.perigee.language.Directive;
import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.TypeReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definitions of object types and enums. */
final class OutputDefinitions {
    private final TypeReferences types;
    private final IdlComments comments;
    private final AppliedDirectives directives;
    private final RelationFields relations;
    private final Problems problems;

    OutputDefinitions(
            TypeReferences types,
            IdlComments comments,
            AppliedDirectives directives,
            RelationFields relations,
            Problems problems) {
        this.types = types;
        this.comments = comments;
        this.directives = directives;
        this.relations = relations;
        this.problems = problems;
    }

    ObjectTypeDefinition object(MessageType type) {
        List<FieldDefinition> fields = new ArrayList<>();
        for (MessageField field : type.fields()) fields.add(define(field));
        for (RelationField relation : relations.of(type)) fields.add(define(relation));
        return Nodes.object(
                comments.of(type.descriptor()), type.name(), directives.of(AccessRules.of(type.descriptor())), fields);
    }

    ObjectTypeDefinition connection(Page page, String edge) {
        List<FieldDefinition> fields = new ArrayList<>();
        fields.add(Nodes.field(null, Pages.EDGES, nonNull(listOf(named(edge)))));
        List<MessageField> own = page.connection().fields();
        fields.add(define(own.getFirst()));
        fields.add(Nodes.field(null, Pages.PAGE_INFO, nonNull(named(ReservedNames.PAGE_INFO))));
        for (MessageField field : own.subList(1, own.size())) fields.add(define(field));
        return Nodes.object(
                comments.of(page.reply().descriptor()),
                page.connection().name(),
                directives.of(AccessRules.of(page.reply().descriptor())),
                fields);
    }

    EnumTypeDefinition enumType(EnumShape type) {
        List<EnumValueDefinition> values = new ArrayList<>();
        for (String name : type.valueNames()) {
            EnumValueDescriptor value = type.value(name);
            if (value == null) continue;
            String comment = comments.of(value);
            List<Directive> deprecated = directives.of(value.getOptions().getDeprecated(), comment, AccessRules.NONE);
            values.add(new EnumValueDefinition(Nodes.description(comment), name, deprecated, Nodes.NONE));
        }
        String fallback = type.fallback();
        if (fallback != null && type.value(fallback) == null) {
            String description = "A value that the service has and this graph doesn't know. It can't be given.";
            values.add(new EnumValueDefinition(Nodes.description(description), fallback, List.of(), Nodes.NONE));
        }
        return new EnumTypeDefinition(
                Nodes.description(comments.of(type.descriptor())), type.name(), List.of(), values, Nodes.NONE);
    }

    private FieldDefinition define(MessageField field) {
        return switch (field) {
            case MessageField.Single single -> define(single.descriptor(), field);
            case MessageField.Repeated repeated -> define(repeated.descriptor(), field);
            case MessageField.JsonMap map -> define(map.descriptor(), field);
            case MessageField.OneOf oneof -> define(field, comments.of(oneof.descriptor()), false);
            case MessageField.Nothing nothing -> define(field, "Nothing: the message has no fields yet.", false);
        };
    }

    private FieldDefinition define(FieldDescriptor descriptor, MessageField field) {
        return define(field, comments.of(descriptor), descriptor.getOptions().getDeprecated());
    }

    private FieldDefinition define(MessageField field, @Nullable String comment, boolean isDeprecated) {
        return new FieldDefinition(
                Nodes.description(comment),
                field.name(),
                List.of(),
                types.of(field),
                directives.of(isDeprecated, comment, OutputRules.of(field, problems)),
                Nodes.NONE);
    }

    /** Nullable, as a service that fails must not take the parent away. */
    private FieldDefinition define(RelationField relation) {
        List<InputValueDefinition> arguments = new ArrayList<>();
        for (RelationArgument argument : relation.arguments()) {
            TypeReference one = types.of(argument.form());
            TypeReference type = argument.descriptor().isRepeated() ? listOf(one) : one;
            arguments.add(Nodes.input(comments.of(argument.descriptor()), argument.name(), type, List.of()));
        }
        TypeReference one = types.of(relation.value());
        List<Directive> applied = new ArrayList<>();
        applied.add(directives.use(RelationDirective.of(relation.declared())));
        applied.addAll(directives.of(relation.access()));
        return new FieldDefinition(
                Nodes.description(relation.declared().getDescription()),
                relation.declared().getField(),
                arguments,
                relation.isList() ? listOf(one) : one,
                applied,
                Nodes.NONE);
    }
}
