package dev.perigee.grpc.graph;

import static dev.perigee.grpc.graph.Nodes.nonNull;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.InputField.Entries;
import dev.perigee.grpc.graph.InputField.JsonMap;
import dev.perigee.grpc.graph.InputField.OneOf;
import dev.perigee.grpc.graph.InputField.Value;
import dev.perigee.language.Directive;
import dev.perigee.language.InputObjectTypeDefinition;
import dev.perigee.language.InputValueDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definitions of input types, and of the arguments of fields. */
final class InputDefinitions {
    private final TypeReferences types;
    private final TypeNames names;
    private final IdlComments comments;
    private final AppliedDirectives directives;

    InputDefinitions(TypeReferences types, TypeNames names, IdlComments comments, AppliedDirectives directives) {
        this.types = types;
        this.names = names;
        this.comments = comments;
        this.directives = directives;
    }

    InputObjectTypeDefinition object(InputType type) {
        return define(comments.of(type.descriptor()), type.name(), List.of(), arguments(type));
    }

    List<InputValueDefinition> arguments(InputType type) {
        List<InputValueDefinition> inputs = new ArrayList<>();
        for (InputField field : type.fields()) inputs.add(define(field));
        return inputs;
    }

    InputObjectTypeDefinition oneOf(OneOf oneof) {
        List<InputValueDefinition> members = new ArrayList<>();
        for (Value member : oneof.members().values()) members.add(define(member));
        return define(
                comments.of(oneof.descriptor()),
                names.input(oneof.descriptor()),
                List.of(Nodes.directive("oneOf")),
                members);
    }

    InputObjectTypeDefinition entry(Entries entries) {
        List<InputValueDefinition> parts = List.of(
                Nodes.input(null, "key", nonNull(types.of(entries.key())), List.of()),
                Nodes.input(null, "value", types.ofValue(entries), List.of()));
        return define(null, types.entryName(entries), List.of(), parts);
    }

    private InputValueDefinition define(InputField field) {
        return switch (field) {
            case Value value -> define(field, value.descriptor(), value.isRequired());
            case Entries entries -> define(field, entries.descriptor(), entries.isRequired());
            case JsonMap map -> define(field, map.descriptor(), map.isRequired());
            case OneOf oneof -> Nodes.input(comments.of(oneof.descriptor()), field.name(), types.of(field), List.of());
        };
    }

    /** What must be given can't be deprecated. */
    private InputValueDefinition define(InputField field, FieldDescriptor descriptor, boolean isRequired) {
        String comment = comments.of(descriptor);
        boolean isDeprecated = descriptor.getOptions().getDeprecated() && !isRequired;
        List<Directive> applied = directives.of(isDeprecated, comment, AccessRules.of(descriptor));
        return Nodes.input(comment, field.name(), types.of(field), applied);
    }

    private static InputObjectTypeDefinition define(
            @Nullable String description, String name, List<Directive> directives, List<InputValueDefinition> fields) {
        return new InputObjectTypeDefinition(Nodes.description(description), name, directives, fields, Nodes.NONE);
    }
}
