package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;

/**
 * The names of types and root fields. Each follows from one element of the IDL and the options alone, so that nothing
 * that is added beside it renames it; that no two are the same is checked once all are known.
 */
final class TypeNames {
    private final GraphOptions options;

    TypeNames(GraphOptions options) {
        this.options = options;
    }

    /** {@code Outer_Inner}. */
    String of(Descriptor message) {
        return typeName(message.getFullName(), message.getFile().getPackage());
    }

    String of(EnumDescriptor type) {
        return typeName(type.getFullName(), type.getFile().getPackage());
    }

    String input(Descriptor message) {
        String renamed = options.inputNames.get(message.getFullName());
        return renamed != null ? renamed : of(message) + "Input";
    }

    /** The union of a oneof's members. */
    String union(OneofDescriptor oneof) {
        return of(oneof.getContainingType()) + Words.pascal(oneof.getName());
    }

    String input(OneofDescriptor oneof) {
        String renamed = options.inputNames.get(oneof.getFullName());
        return renamed != null ? renamed : union(oneof) + "Input";
    }

    /** {@code ListUsers} of {@code ListUsersResponse}, to which {@code Connection} and {@code Edge} are added. */
    String pageOf(Descriptor reply) {
        String name = of(reply);
        for (String last : new String[] {"Response", "Reply", "Result"}) {
            if (name.endsWith(last) && name.length() > last.length()) {
                return name.substring(0, name.length() - last.length());
            }
        }
        return name;
    }

    String rootField(MethodDescriptor method) {
        String renamed = options.names.get(method.getFullName());
        if (renamed != null) return renamed;
        String prefix = options.prefixOf(method.getFullName());
        return Words.lowerCamel(prefix.isEmpty() ? method.getName() : prefix + Words.pascal(method.getName()));
    }

    private String typeName(String fullName, String packageName) {
        String renamed = options.names.get(fullName);
        if (renamed != null) return renamed;
        String path = packageName.isEmpty() ? fullName : fullName.substring(packageName.length() + 1);
        String name = options.prefixOf(packageName) + path.replace('.', '_');
        return ReservedNames.TYPES.contains(name) ? name + "_" : name;
    }
}
