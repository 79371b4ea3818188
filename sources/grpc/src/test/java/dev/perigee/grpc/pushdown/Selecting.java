package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.Selection;
import dev.perigee.grpc.wire.Selection.Selected;
import dev.perigee.language.Field;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Selections of messages, from GraphQL text; a field with a directive is conditional. What a key is, is the field's node. */
final class Selecting {
    private final Map<String, MessageType> types = new HashMap<>();

    static Selection<Field> of(Descriptor message, String text) {
        Selecting selecting = new Selecting();
        OperationDefinition operation = (OperationDefinition)
                Parser.parse(Source.of("test", text)).definitions().getFirst();
        return selecting.select(selecting.type(message), operation.selectionSet());
    }

    private MessageType type(Descriptor message) {
        MessageType known = types.get(message.getFullName());
        if (known != null) return known;
        MessageType type = new MessageType(message.getName(), message);
        types.put(message.getFullName(), type);
        List<MessageField> fields = new ArrayList<>();
        for (FieldDescriptor field : message.getFields()) {
            if (field.getRealContainingOneof() == null) fields.add(field(field));
        }
        message.getRealOneofs().forEach(oneof -> {
            Map<FieldDescriptor, MessageType> members = new LinkedHashMap<>();
            for (FieldDescriptor member : oneof.getFields()) members.put(member, type(member.getMessageType()));
            fields.add(new MessageField.OneOf(oneof.getName(), oneof, members));
        });
        if (fields.isEmpty()) fields.add(new MessageField.Nothing("_"));
        type.complete(fields);
        return type;
    }

    private MessageField field(FieldDescriptor field) {
        String name = field.getJsonName();
        if (name.equals("labels")) return new MessageField.JsonMap(name, field, Form.Scalar.STRING, Form.Scalar.STRING);
        Form form = Shapes.below(field) == null && !field.isMapField()
                ? Form.Scalar.STRING
                : new Form.OfMessage(type(field.getMessageType()));
        return field.isRepeated()
                ? new MessageField.Repeated(name, field, form)
                : new MessageField.Single(name, field, form, false);
    }

    private Selection<Field> select(MessageType type, SelectionSet set) {
        List<Selected<Field>> fields = new ArrayList<>();
        if (set != null)
            set.selections().forEach(node -> {
                if (node instanceof Field field) fields.add(selected(type, field));
                else if (node instanceof InlineFragment fragment)
                    fields.addAll(select(type, fragment.selectionSet()).fields());
            });
        return new Selection<>(type, fields);
    }

    private Selected<Field> selected(MessageType type, Field node) {
        String responseName = node.alias() == null ? node.name() : node.alias();
        MessageField field = type.field(node.name());
        Map<MessageType, Selection<Field>> below = new HashMap<>();
        switch (field) {
            case MessageField.Single single
            when single.form() instanceof Form.OfMessage of ->
                below.put(of.type(), select(of.type(), node.selectionSet()));
            case MessageField.Repeated repeated
            when repeated.item() instanceof Form.OfMessage of ->
                below.put(of.type(), select(of.type(), node.selectionSet()));
            case MessageField.OneOf oneOf -> members(oneOf, node, below);
            case null, default -> {}
        }
        return new Selected<>(
                node, responseName, field, below, !node.directives().isEmpty());
    }

    private void members(MessageField.OneOf oneOf, Field node, Map<MessageType, Selection<Field>> below) {
        node.selectionSet().selections().forEach(selection -> {
            if (!(selection instanceof InlineFragment fragment)) return;
            for (MessageType member : oneOf.members().values()) {
                if (member.name().equals(fragment.typeCondition().name()))
                    below.put(member, select(member, fragment.selectionSet()));
            }
        });
    }
}
