package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.options.Relation;
import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fields that options of messages declare as calls. Here they get their types; that all else fits is checked with the
 * relations that are declared in SDL.
 */
final class RelationFields {
    private static final String ARGUMENT = "args.";

    /** Of a path; what is longer is none. */
    private static final int MOST_PARTS = 32;

    private final Elements elements;
    private final ObjectTypes objects;
    private final InputTypes inputs;
    private final Problems problems;
    private final List<String> report;
    private final Map<String, List<RelationField>> fields = new HashMap<>();

    RelationFields(Elements elements, ObjectTypes objects, InputTypes inputs, Problems problems, List<String> report) {
        this.elements = elements;
        this.objects = objects;
        this.inputs = inputs;
        this.problems = problems;
        this.report = report;
    }

    List<RelationField> of(MessageType type) {
        return fields.getOrDefault(type.descriptor().getFullName(), List.of());
    }

    boolean areUsed() {
        return !fields.isEmpty();
    }

    /** Those of a type, and what they lead to. */
    void add(MessageType type, Shown shown) {
        List<RelationField> own = new ArrayList<>();
        for (Relation relation : ProtoOptions.rules(type.descriptor()).getRelationList()) {
            RelationField field = bind(type, relation);
            if (field == null) continue;
            own.add(field);
            shown.add(field.value());
            for (RelationArgument argument : field.arguments()) shown.add(argument.form());
            reportCost(type, relation);
        }
        if (!own.isEmpty()) fields.put(type.descriptor().getFullName(), own);
    }

    private void reportCost(MessageType type, Relation relation) {
        if (relation.hasBatch()) return;
        report.add("%s.%s calls %s once for each %s: it has no batch."
                .formatted(type.name(), relation.getField(), relation.getMethod(), type.name()));
    }

    private @Nullable RelationField bind(MessageType type, Relation relation) {
        String place = type.descriptor().getFullName() + ", relation \"" + relation.getField() + "\"";
        if (!Words.isName(relation.getField())) {
            problems.add(place + ": this is not a name that a field can have.");
            return null;
        }
        MethodDescriptor method = elements.method(relation.getMethod());
        if (method == null) {
            problems.add("%s: there is no method \"%s\"; one is named as in acme.v1.Users/GetUser.%s"
                    .formatted(place, relation.getMethod(), didYouMean(relation.getMethod())));
            return null;
        }
        String path = relation.hasBatch() ? relation.getBatch().getResult() : relation.getResult();
        List<RelationArgument> arguments = arguments(place, relation, method);
        List<FieldDescriptor> way = find(method.getOutputType(), path);
        if (way == null) {
            problems.add("%s: %s has no field \"%s\"."
                    .formatted(place, method.getOutputType().getFullName(), path));
            return null;
        }
        Form form =
                way.isEmpty() ? new Form.OfMessage(objects.of(method.getOutputType())) : objects.form(way.getLast());
        objects.of(method.getOutputType());
        boolean isList = !way.isEmpty() && isList(type, relation, way.getLast());
        return new RelationField(relation, form, isList, arguments, CallAccess.of(method, way, problems));
    }

    private String didYouMean(String method) {
        List<String> all = new ArrayList<>();
        elements.services()
                .forEach(service -> service.getMethods().forEach(other -> all.add(RootFields.fullName(other))));
        return Suggestions.didYouMean(method, all);
    }

    /** Without a batch, what the result is; with one, each key has a value, or many, and a parent a key, or many. */
    private static boolean isList(MessageType type, Relation relation, FieldDescriptor result) {
        if (!relation.hasBatch()) return result.isRepeated();
        String from = relation.getBatch().getFrom();
        List<FieldDescriptor> key = from.startsWith("parent.")
                ? find(type.descriptor(), from.substring("parent.".length()).replace("?", ""))
                : null;
        return relation.getBatch().getMany() || key != null && key.getLast().isRepeated();
    }

    private List<RelationArgument> arguments(String place, Relation relation, MethodDescriptor method) {
        Map<String, RelationArgument> arguments = new TreeMap<>();
        for (Map.Entry<String, String> binding : new TreeMap<>(relation.getWithMap()).entrySet()) {
            if (binding.getKey().split("\\.", -1).length > MOST_PARTS) {
                problems.add(place + ": a path in its bindings has more than " + MOST_PARTS + " parts.");
            }
            if (!binding.getValue().startsWith(ARGUMENT)) continue;
            String name = binding.getValue().substring(ARGUMENT.length()).replace("?", "");
            List<FieldDescriptor> way = find(method.getInputType(), binding.getKey());
            if (way == null || way.isEmpty() || way.getLast().isMapField() || !Words.isName(name)) {
                problems.add("%s: \"%s\" can't be given from \"%s\"; it takes a field of %s, and args.name."
                        .formatted(
                                place,
                                binding.getKey(),
                                binding.getValue(),
                                method.getInputType().getFullName()));
                continue;
            }
            FieldDescriptor field = way.getLast();
            arguments.putIfAbsent(name, new RelationArgument(name, field, inputs.form(field)));
            inputs.of(method.getInputType());
        }
        return List.copyOf(arguments.values());
    }

    /** The fields on a path of names; none on an empty one. Null if there is no such path. */
    private static @Nullable List<FieldDescriptor> find(Descriptor message, String path) {
        List<FieldDescriptor> way = new ArrayList<>();
        Descriptor at = message;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.", MOST_PARTS)) {
            FieldDescriptor field = at == null ? null : at.findFieldByName(name);
            if (field == null) return null;
            way.add(field);
            at = field.getJavaType() == JavaType.MESSAGE ? field.getMessageType() : null;
        }
        return way;
    }
}
