package dev.perigee.grpc.gateway;

import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.schema.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Parts fields that one call would serve where they ask a field of its reply with different arguments: a message has one
 * value of each field, so such calls are separate ones.
 */
final class ArgumentGroups {
    private final GrpcGraph graph;
    private final List<Group> groups = new ArrayList<>();

    private ArgumentGroups(GrpcGraph graph) {
        this.graph = graph;
    }

    /** Fields with the arguments that are below them, by their paths. */
    private record Group(List<SelectedField> fields, Map<String, String> arguments) {
        boolean takes(Map<String, String> more) {
            return more.entrySet().stream()
                    .allMatch(
                            entry -> entry.getValue().equals(arguments.getOrDefault(entry.getKey(), entry.getValue())));
        }
    }

    /** One load for all fields if they can share it, which most often they can. */
    static PlannedLoad load(
            GrpcGraph graph,
            List<? extends SelectedField> fields,
            Function<List<? extends SelectedField>, PlannedLoad> plan) {
        ArgumentGroups all = new ArgumentGroups(graph);
        for (SelectedField field : fields) all.add(field);
        if (all.groups.size() == 1) return plan.apply(fields);
        return new SeparateLoads(all.groups.stream()
                .map(group -> new SeparateLoads.Part(group.fields(), plan.apply(group.fields())))
                .toList());
    }

    private void add(SelectedField field) {
        Map<String, String> arguments = new HashMap<>();
        collect(field, "", arguments);
        for (Group group : groups) {
            if (!group.takes(arguments)) continue;
            group.fields().add(field);
            group.arguments().putAll(arguments);
            return;
        }
        groups.add(new Group(new ArrayList<>(List.of(field)), arguments));
    }

    /** Of fields that are in the same reply: what others serve has calls of its own. */
    private void collect(SelectedField parent, String path, Map<String, String> arguments) {
        for (ObjectType type : parent.possibleTypes()) {
            MessageType message = graph.type(type.name());
            for (SelectedField field : parent.selected(type)) {
                String name = field.definition().name();
                if (message != null && message.field(name) == null) continue;
                String own = path + "." + type.name() + "." + name;
                if (!field.definition().arguments().isEmpty()) arguments.put(own, field.argumentText());
                collect(field, own, arguments);
            }
        }
    }
}
