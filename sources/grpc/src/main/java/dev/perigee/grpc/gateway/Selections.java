package dev.perigee.grpc.gateway;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.Selection;
import dev.perigee.schema.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a request selects of messages, of which other sources' fields are no part. Immutable. */
record Selections(GrpcGraph graph) {
    /** Of the objects of a field, for each type that they may have. */
    Map<MessageType, Selection<SelectedField>> below(SelectedField field, SourceRun run) {
        Map<MessageType, Selection<SelectedField>> below = new LinkedHashMap<>();
        for (ObjectType type : field.possibleTypes()) {
            MessageType message = graph.type(type.name());
            if (message != null) below.put(message, of(message, run.included(field, type), run));
        }
        return below;
    }

    /** One field of a message. */
    Selection.Selected<SelectedField> selected(MessageType message, SelectedField field, SourceRun run) {
        return new Selection.Selected<>(
                field, field.responseName(), message.field(field.definition().name()), below(field, run), false);
    }

    /** Of one message, in response order. */
    Selection<SelectedField> of(MessageType message, List<? extends SelectedField> fields, SourceRun run) {
        List<Selection.Selected<SelectedField>> selected = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            if (isOf(message, field)) selected.add(selected(message, field, run));
        }
        return new Selection<>(message, selected);
    }

    private static boolean isOf(MessageType message, SelectedField field) {
        String name = field.definition().name();
        MessageField own = message.field(name);
        return own != null || name.equals("__typename");
    }
}
