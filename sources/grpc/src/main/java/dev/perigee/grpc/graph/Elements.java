package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.perigee.grpc.idl.Idl;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is in an IDL, by full name, with dots between all parts. Immutable. */
final class Elements {
    private final Map<String, Descriptor> messages = new TreeMap<>();
    private final Map<String, EnumDescriptor> enums = new TreeMap<>();
    private final Map<String, ServiceDescriptor> services = new TreeMap<>();

    Elements(Idl idl) {
        Deque<Descriptor> open = new ArrayDeque<>();
        for (FileDescriptor file : idl.files()) {
            open.addAll(file.getMessageTypes());
            for (EnumDescriptor type : file.getEnumTypes()) enums.put(type.getFullName(), type);
        }
        while (!open.isEmpty()) {
            Descriptor message = open.remove();
            messages.put(message.getFullName(), message);
            open.addAll(message.getNestedTypes());
            for (EnumDescriptor type : message.getEnumTypes()) enums.put(type.getFullName(), type);
        }
        for (ServiceDescriptor service : idl.services()) services.put(service.getFullName(), service);
    }

    Collection<ServiceDescriptor> services() {
        return services.values();
    }

    /** The full names of the messages that methods take. */
    Set<String> requests() {
        Set<String> requests = new HashSet<>();
        for (ServiceDescriptor service : services.values()) {
            for (MethodDescriptor method : service.getMethods()) {
                requests.add(method.getInputType().getFullName());
            }
        }
        return requests;
    }

    Collection<Descriptor> messages() {
        return messages.values();
    }

    Collection<EnumDescriptor> enums() {
        return enums.values();
    }

    @Nullable Descriptor message(String fullName) {
        return messages.get(fullName);
    }

    @Nullable MethodDescriptor method(String fullName) {
        String dotted = fullName.replace('/', '.');
        ServiceDescriptor service = services.get(parent(dotted));
        return service == null ? null : service.findMethodByName(last(dotted));
    }

    boolean hasPackageOrService(String name) {
        if (services.containsKey(name)) return true;
        String inside = name + ".";
        return services.keySet().stream().anyMatch(service -> service.startsWith(inside))
                || messages.keySet().stream().anyMatch(message -> message.startsWith(inside))
                || enums.keySet().stream().anyMatch(type -> type.startsWith(inside));
    }

    /** Whether it is a message, an enum, a value of one, a field, a oneof, a service or a method. */
    boolean has(String fullName) {
        if (messages.containsKey(fullName) || enums.containsKey(fullName) || services.containsKey(fullName))
            return true;
        Descriptor message = messages.get(parent(fullName));
        String name = last(fullName);
        if (message != null && (message.findFieldByName(name) != null || hasOneof(message, name))) return true;
        EnumDescriptor type = enums.get(parent(fullName));
        return type != null && type.findValueByName(name) != null || method(fullName) != null;
    }

    private static boolean hasOneof(Descriptor message, String name) {
        return message.getRealOneofs().stream()
                .anyMatch(oneof -> oneof.getName().equals(name));
    }

    static String parent(String fullName) {
        return fullName.substring(0, Math.max(0, fullName.lastIndexOf('.')));
    }

    static String last(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
