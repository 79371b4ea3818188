package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.grpc.graph.RootField.Result.Page;
import dev.perigee.grpc.idl.Idl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a graph, step by step: roots, what they lead to, whether all names are good, the schema. */
final class GraphAssembly {
    private final Elements elements;
    private final GraphOptions options;
    private final Problems problems = new Problems();
    private final List<String> report = new ArrayList<>();
    private final TypeNames names;
    private final Visibility visibility;
    private final EnumTypes enums;
    private final ObjectTypes objects;
    private final InputTypes inputs;
    private final Pages pages;
    private final RelationFields relations;
    private final Shown shown = new Shown();
    private final List<RootField> roots = new ArrayList<>();
    private final String sdl;

    /** @throws GraphException with everything that is wrong */
    GraphAssembly(Idl idl, GraphOptions options) {
        this.elements = new Elements(idl);
        this.options = options;
        this.names = new TypeNames(options);
        this.visibility = new Visibility(options);
        this.enums = new EnumTypes(options, names);
        this.objects = new ObjectTypes(options, names, enums, visibility);
        this.inputs = new InputTypes(options, names, enums, visibility, elements.requests());
        this.pages = new Pages(options, names, objects, problems);
        this.relations = new RelationFields(elements, objects, inputs, problems, report);
        new OptionCheck(elements, options, visibility, problems).run();
        readServices();
        readIncluded();
        follow();
        PartialUpdates.open(inputs.all(), report);
        RequiredCycles.open(inputs.all(), report);
        new GraphCheck(shown, roots, pages, relations, names, inputs, enums, problems).run();
        new GraphNotes(shown, visibility, report).run();
        problems.throwIfAny();
        this.sdl = new SchemaDocument(shown, pages, relations, names, problems).print(roots);
        problems.throwIfAny();
    }

    String sdl() {
        return sdl;
    }

    List<RootField> roots() {
        return roots;
    }

    List<String> report() {
        return report;
    }

    /** The object types of the schema by name. */
    Map<String, MessageType> types() {
        Map<String, MessageType> types = new TreeMap<>();
        for (MessageType type : shown.objects.values()) types.put(type.name(), type);
        for (Page page : pages.all()) types.put(page.connection().name(), page.connection());
        return types;
    }

    /** All object types by their messages' full names. */
    Map<String, MessageType> messages() {
        Map<String, MessageType> types = new TreeMap<>();
        for (MessageType type : objects.all()) types.put(type.descriptor().getFullName(), type);
        return types;
    }

    Map<String, InputType> inputTypes() {
        Map<String, InputType> types = new TreeMap<>();
        for (InputType type : shown.inputs.values()) types.put(type.name(), type);
        return types;
    }

    Map<String, List<MessageType>> unions() {
        Map<String, List<MessageType>> unions = new TreeMap<>();
        for (MessageField.OneOf oneof : shown.unions.values()) {
            unions.put(
                    names.union(oneof.descriptor()), List.copyOf(oneof.members().values()));
        }
        return unions;
    }

    Map<String, EnumShape> enums() {
        Map<String, EnumShape> types = new TreeMap<>();
        for (EnumShape type : shown.enums.values()) types.put(type.name(), type);
        return types;
    }

    private void readServices() {
        ServiceFilter filter = new ServiceFilter(options);
        RootFields fields = new RootFields(options, names, visibility, objects, inputs, pages, problems, report);
        for (ServiceDescriptor service : elements.services()) {
            String reason = filter.reasonAgainst(service);
            if (reason == null) roots.addAll(fields.of(service));
            else report.add("Service " + service.getFullName() + " is left out: " + reason + ".");
            if (ServiceFilter.isMachinery(service)) continue;
            for (MethodDescriptor method : service.getMethods()) objects.of(method.getOutputType());
        }
    }

    private void readIncluded() {
        if (options.included.isEmpty()) return;
        for (Descriptor message : elements.messages()) {
            if (message.getOptions().getMapEntry()) continue;
            if (options.included.contains(names.of(message))) shown.add(objects.of(message));
            if (options.included.contains(names.input(message)) && !inputs.isEmpty(message)) {
                shown.add(inputs.of(message));
            }
        }
    }

    private void follow() {
        for (RootField root : roots) {
            switch (root.result()) {
                case Result.Reply(MessageType type) -> shown.add(type);
                case Result.Part(MessageType reply, MessageField field) -> shown.add(field);
                case Result.Done() -> {}
                case Result.Replies(MessageType type, int most) -> shown.add(type);
                case Result.Page page -> shown.addFields(page.connection());
            }
            if (root.inputArgument() != null) shown.add(root.request());
            else shown.addFields(root.request());
        }
        shown.close(relations);
    }
}
