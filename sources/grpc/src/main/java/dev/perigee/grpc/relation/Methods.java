package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.relation.Problems.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the methods that names stand for. */
record Methods(Idl idl) {
    /** A method with one request and one reply; null after it has told what is wrong. */
    @Nullable MethodDescriptor unary(String name, Place place) {
        MethodDescriptor method = named(name, place);
        if (method == null) return null;
        if (!method.isClientStreaming() && !method.isServerStreaming()) return method;
        place.add(name + " is a stream. A relation needs a method with one request and one reply.");
        return null;
    }

    private @Nullable MethodDescriptor named(String name, Place place) {
        MethodDescriptor method = idl.method(name);
        if (method != null) return method;
        int slash = name.lastIndexOf('/');
        if (slash < 0) {
            String meant = name.replaceFirst("\\.(?=[^.]*$)", "/");
            String hint = idl.method(meant) != null ? " Did you mean \"" + meant + "\"?" : "";
            place.add("\"" + name + "\" is no method: service and method are written as acme.v1.Users/GetUser." + hint);
            return null;
        }
        String serviceName = name.substring(0, slash);
        ServiceDescriptor service = idl.service(serviceName);
        if (service == null) {
            place.add("there is no service \"" + serviceName + "\"." + Problems.meant(serviceName, services()));
            return null;
        }
        String simple = name.substring(slash + 1);
        List<String> methods =
                service.getMethods().stream().map(MethodDescriptor::getName).toList();
        place.add("service " + serviceName + " has no method \"" + simple + "\"." + Problems.meant(simple, methods));
        return null;
    }

    private List<String> services() {
        return idl.services().stream().map(ServiceDescriptor::getFullName).toList();
    }
}
