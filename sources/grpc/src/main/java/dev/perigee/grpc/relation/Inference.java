package dev.perigee.grpc.relation;

import com.google.api.ResourceProto;
import com.google.api.ResourceReference;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.idl.Idl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds relations that an IDL has without saying so: a field that refers to a resource ({@code google.api.resource_reference}),
 * and a method that gets such resources. Never in effect by itself: it makes SDL for people to read, change and keep.
 *
 * @see <a href="https://google.aip.dev/231">AIP-231: Batch get</a>
 */
public final class Inference {
    private static final List<String> SUFFIXES = List.of("_id", "_ids", "_name", "_names");

    private final Idl idl;
    private final MessageTypes types;
    private final Map<String, Descriptor> resources = new TreeMap<>();

    private Inference(Idl idl, MessageTypes types) {
        this.idl = idl;
        this.types = types;
    }

    /** Extensions of types with the relations that are found, as SDL in the order of the messages' names; may be empty. */
    public static String suggest(Idl idl, MessageTypes types) {
        Inference inference = new Inference(idl, types);
        List<Descriptor> messages = new ArrayList<>();
        idl.files().forEach(file -> file.getMessageTypes().forEach(message -> addAll(message, messages)));
        for (Descriptor message : messages) {
            String type =
                    message.getOptions().getExtension(ResourceProto.resource).getType();
            if (!type.isEmpty()) inference.resources.putIfAbsent(type, message);
        }
        Map<String, String> extensions = new TreeMap<>();
        for (Descriptor message : messages) inference.extend(message, extensions);
        return String.join("\n", extensions.values());
    }

    private static void addAll(Descriptor message, List<Descriptor> messages) {
        messages.add(message);
        message.getNestedTypes().forEach(nested -> addAll(nested, messages));
    }

    private void extend(Descriptor message, Map<String, String> extensions) {
        MessageType type = types.of(message);
        if (type == null) return;
        List<String> fields = new ArrayList<>();
        for (FieldDescriptor field : message.getFields()) {
            String found = field(field, type);
            if (found != null) fields.add(found);
        }
        if (fields.isEmpty()) return;
        extensions.put(message.getFullName(), "extend type " + type.name() + " {\n" + String.join("", fields) + "}\n");
    }

    private @Nullable String field(FieldDescriptor field, MessageType parent) {
        ResourceReference reference = field.getOptions().getExtension(ResourceProto.resourceReference);
        Descriptor resource = resources.get(reference.getType());
        MessageType target = resource == null ? null : types.of(resource);
        if (resource == null || target == null || field.getJavaType() != FieldDescriptor.JavaType.STRING) return null;
        String call = batch(field, resource);
        if (call == null && !field.isRepeated()) call = single(field, resource);
        if (call == null) return null;
        String type = field.isRepeated() ? "[" + target.name() + "]" : target.name();
        return "  " + nameOf(field, parent) + ": " + type + " @grpc(" + call + ")\n";
    }

    private @Nullable String batch(FieldDescriptor field, Descriptor resource) {
        for (ServiceDescriptor service : idl.services()) {
            for (MethodDescriptor method : service.getMethods()) {
                if (!method.getName().startsWith("BatchGet") || isStream(method)) continue;
                FieldDescriptor results = resultsOf(method.getOutputType(), resource);
                if (results == null) continue;
                for (String key : List.of("name", "id")) {
                    FieldDescriptor keys = method.getInputType().findFieldByName(key + "s");
                    if (keys == null || !keys.isRepeated() || !isText(keys)) continue;
                    if (!isText(resource.findFieldByName(key))) continue;
                    return "method: \"%s\", batch: {keys: \"%s\", from: \"parent.%s\", result: \"%s\", key: \"%s\"}"
                            .formatted(
                                    Relation.nameOf(method), keys.getName(), field.getName(), results.getName(), key);
                }
            }
        }
        return null;
    }

    private @Nullable String single(FieldDescriptor field, Descriptor resource) {
        for (ServiceDescriptor service : idl.services()) {
            for (MethodDescriptor method : service.getMethods()) {
                if (!method.getName().startsWith("Get") || isStream(method)) continue;
                if (!method.getOutputType().equals(resource)) continue;
                for (String key : List.of("name", "id")) {
                    if (!isText(method.getInputType().findFieldByName(key))) continue;
                    return "method: \"%s\", with: {%s: \"parent.%s\"}"
                            .formatted(Relation.nameOf(method), key, field.getName());
                }
            }
        }
        return null;
    }

    private static boolean isStream(MethodDescriptor method) {
        return method.isClientStreaming() || method.isServerStreaming();
    }

    private static boolean isText(@Nullable FieldDescriptor field) {
        return field != null && field.getType() == FieldDescriptor.Type.STRING;
    }

    private static @Nullable FieldDescriptor resultsOf(Descriptor reply, Descriptor resource) {
        for (FieldDescriptor field : reply.getFields()) {
            boolean isMessages = field.isRepeated() && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (isMessages && field.getMessageType().equals(resource)) return field;
        }
        return null;
    }

    /** Without what says that it is a reference; with something, where that is all it has. */
    private static String nameOf(FieldDescriptor field, MessageType parent) {
        String name = field.getName();
        for (String suffix : SUFFIXES) {
            if (!name.endsWith(suffix)) continue;
            String plural = suffix.endsWith("s") ? "s" : "";
            name = name.substring(0, name.length() - suffix.length()) + plural;
            break;
        }
        String camel = camel(name);
        return parent.field(camel) == null ? camel : camel + "Resource" + (field.isRepeated() ? "s" : "");
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean isUpper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_') camel.append(isUpper && !camel.isEmpty() ? Character.toUpperCase(c) : c);
            isUpper = c == '_';
        }
        return camel.toString();
    }
}
