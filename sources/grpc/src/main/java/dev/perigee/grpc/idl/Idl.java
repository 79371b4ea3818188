package dev.perigee.grpc.idl;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Linked descriptors: all files of an IDL with all that they import, options with their known extensions parsed.
 * Immutable. Files, and what is in them, are in the order of their full names, wherever they came from.
 */
public final class Idl {
    private final Map<String, FileDescriptor> files;
    private final Map<String, Descriptor> messages = new TreeMap<>();
    private final Map<String, EnumDescriptor> enums = new TreeMap<>();
    private final Map<String, ServiceDescriptor> services = new TreeMap<>();

    private Idl(Map<String, FileDescriptor> files) {
        this.files = files;
        for (FileDescriptor file : files.values()) {
            file.getMessageTypes().forEach(this::add);
            for (EnumDescriptor type : file.getEnumTypes()) enums.put(type.getFullName(), type);
            for (ServiceDescriptor service : file.getServices()) services.put(service.getFullName(), service);
        }
    }

    /** @param files linked; what they import is added */
    public static Idl of(Iterable<FileDescriptor> files) {
        Map<String, FileDescriptor> all = new TreeMap<>();
        Deque<FileDescriptor> toDo = new ArrayDeque<>();
        files.forEach(toDo::add);
        while (!toDo.isEmpty()) {
            FileDescriptor file = toDo.remove();
            if (all.putIfAbsent(file.getFullName(), file) == null) toDo.addAll(file.getDependencies());
        }
        return new Idl(all);
    }

    private void add(Descriptor message) {
        messages.put(message.getFullName(), message);
        message.getNestedTypes().forEach(this::add);
        for (EnumDescriptor type : message.getEnumTypes()) enums.put(type.getFullName(), type);
    }

    public List<FileDescriptor> files() {
        return List.copyOf(files.values());
    }

    public List<ServiceDescriptor> services() {
        return List.copyOf(services.values());
    }

    public @Nullable ServiceDescriptor service(String fullName) {
        return services.get(fullName);
    }

    /** By full name, such as {@code acme.v1.User} or {@code acme.v1.User.Address}. */
    public @Nullable Descriptor message(String fullName) {
        return messages.get(fullName);
    }

    public @Nullable EnumDescriptor enumType(String fullName) {
        return enums.get(fullName);
    }

    /** By service and name, such as {@code acme.v1.Users/GetUser}. */
    public @Nullable MethodDescriptor method(String fullName) {
        int slash = fullName.lastIndexOf('/');
        ServiceDescriptor service = slash < 0 ? null : services.get(fullName.substring(0, slash));
        return service == null ? null : service.findMethodByName(fullName.substring(slash + 1));
    }
}
