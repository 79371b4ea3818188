package dev.perigee.grpc.gateway;

import dev.perigee.data.Binding;
import dev.perigee.data.PartSource;
import dev.perigee.data.PartWriter;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.FieldWriter;
import dev.perigee.grpc.wire.MessageWriter;
import dev.perigee.grpc.wire.WriteOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
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
    public List<PartWriter> fieldWriters(List<? extends SelectedField> fields) {
        MessageType parent = parentOf(fields.getFirst());
        PerConditions<Map<SelectedField, FieldWriter<SelectedField>>> writers =
                new PerConditions<>(run -> byField(parent, fields, run));
        List<PartWriter> all = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            all.add((value, run, out, errors) -> {
                FieldWriter<SelectedField> writer = writers.of(run).get(field);
                if (writer == null) throw new IllegalStateException(field + " is not included");
                return writer.write(Messages.of(value, parent), everything -> true, out, errors::add);
            });
        }
        return all;
    }

    private Map<SelectedField, FieldWriter<SelectedField>> byField(
            MessageType parent, List<? extends SelectedField> fields, SourceRun run) {
        List<? extends SelectedField> included =
                fields.stream().filter(run::isIncluded).toList();
        Map<SelectedField, FieldWriter<SelectedField>> byField = new IdentityHashMap<>();
        for (FieldWriter<SelectedField> writer : FieldWriter.allOf(selections.of(parent, included, run), options)) {
            byField.put(writer.key(), writer);
        }
        return byField;
    }

    @Override
    public PartWriter objectWriter(SelectedField field) {
        PerConditions<Map<MessageType, MessageWriter<SelectedField>>> writers = new PerConditions<>(run -> {
            Map<MessageType, MessageWriter<SelectedField>> byType = new HashMap<>();
            selections
                    .below(field, run)
                    .forEach((type, selection) -> byType.put(type, MessageWriter.of(selection, options)));
            return byType;
        });
        return (value, run, out, errors) -> {
            var byType = writers.of(run);
            var message = Messages.of(value, byType.keySet());
            MessageWriter<SelectedField> writer = byType.get(message.type());
            if (writer == null) throw new IllegalStateException(field + " has no " + message.type());
            return writer.write(message.bytes(), message.from(), message.to(), everything -> true, out, errors::add);
        };
    }

    @Override
    public Binding.Getter reader(SelectedField field) {
        MessageType parent = parentOf(field);
        MessageField own = parent.field(field.definition().name());
        if (own == null) throw new IllegalStateException(field.definition().coordinate() + " is of no message");
        return (value, arguments) -> Messages.of(value, parent).read(own);
    }

    private MessageType parentOf(SelectedField field) {
        MessageType parent = selections.graph().type(field.parentType().name());
        if (parent == null) throw new IllegalStateException(field.parentType().name() + " is no message");
        return parent;
    }
}
