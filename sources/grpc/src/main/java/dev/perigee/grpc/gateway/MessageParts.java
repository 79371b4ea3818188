package dev.perigee.grpc.gateway;

import dev.perigee.data.Binding;
import dev.perigee.data.PartSource;
import dev.perigee.data.PartWriter;
import dev.perigee.data.SelectedField;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.FieldWriter;
import dev.perigee.grpc.wire.MessageWriter;
import dev.perigee.grpc.wire.Selection;
import dev.perigee.grpc.wire.WriteOptions;
import java.util.HashMap;
import java.util.Map;

/** Fields of messages, written from the bytes that came from a service. Compared by identity. */
final class MessageParts implements PartSource {
    private final Selections selections;
    private final WriteOptions options;

    MessageParts(Selections selections, WriteOptions options) {
        this.selections = selections;
        this.options = options;
    }

    @Override
    public PartWriter fieldWriter(SelectedField field) {
        MessageType parent = parentOf(field);
        PerConditions<FieldWriter<SelectedField>> writers =
                new PerConditions<>(run -> FieldWriter.of(parent, selections.selected(parent, field, run), options));
        return (value, run, out, errors) -> writers.of(run).write(Messages.of(value, parent), out, errors::add);
    }

    @Override
    public PartWriter objectWriter(SelectedField field) {
        PerConditions<Map<MessageType, MessageWriter<SelectedField>>> writers = new PerConditions<>(run -> {
            Map<MessageType, MessageWriter<SelectedField>> byType = new HashMap<>();
            for (Selection<SelectedField> selection :
                    selections.below(field, run).values()) {
                byType.put(selection.type(), MessageWriter.of(selection, options));
            }
            return byType;
        });
        return (value, run, out, errors) -> {
            return true;
        };
    }

    @Override
    public Binding.Getter reader(SelectedField field) {
        MessageType parent = parentOf(field);
        MessageField own = ownField(parent, field);
        return (value, arguments) -> Messages.of(value, parent).read(own);
    }

    private MessageType parentOf(SelectedField field) {
        MessageType parent = selections.graph().type(field.parentType().name());
        if (parent == null) throw new IllegalStateException(field.parentType().name() + " is no message");
        return parent;
    }

    private static MessageField ownField(MessageType parent, SelectedField field) {
        MessageField own = parent.field(field.definition().name());
        if (own == null) throw new IllegalStateException(field.definition().coordinate() + " is not of the message");
        return own;
    }
}
