package dev.perigee.grpc.idl;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that an IDL declares itself: extensions of what {@code descriptor.proto} calls options. */
final class DeclaredOptions {
    private DeclaredOptions() {}

    /** These and the known ones; null if there are none but the known. */
    static @Nullable ExtensionRegistry registry(Idl idl) {
        List<FieldDescriptor> declared = new ArrayList<>();
        for (FileDescriptor file : idl.files()) {
            for (FieldDescriptor extension : extensions(file)) if (isNew(extension)) declared.add(extension);
        }
        if (declared.isEmpty()) return null;
        ExtensionRegistry registry = KnownFiles.newOptions();
        declared.forEach(extension -> add(extension, registry));
        return registry;
    }

    private static void add(FieldDescriptor extension, ExtensionRegistry registry) {
        if (extension.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            registry.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
        } else {
            registry.add(extension);
        }
    }

    /** Not features: how these are parsed is up to the protobuf library. */
    private static boolean isNew(FieldDescriptor extension) {
        Descriptor extended = extension.getContainingType();
        return extended.getFile().getFullName().equals(KnownFiles.DESCRIPTOR)
                && extended.getName().endsWith("Options")
                && KnownFiles.options().findImmutableExtensionByNumber(extended, extension.getNumber()) == null;
    }

    private static List<FieldDescriptor> extensions(FileDescriptor file) {
        List<FieldDescriptor> all = new ArrayList<>(file.getExtensions());
        Deque<Descriptor> toDo = new ArrayDeque<>(file.getMessageTypes());
        while (!toDo.isEmpty()) {
            Descriptor message = toDo.remove();
            all.addAll(message.getExtensions());
            toDo.addAll(message.getNestedTypes());
        }
        return all;
    }
}
