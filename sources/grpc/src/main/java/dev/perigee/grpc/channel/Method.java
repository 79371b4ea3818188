package dev.perigee.grpc.channel;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;

/** A method of a service, made ready for calls. Made once for each method; immutable, shared by all calls. */
public final class Method {
    private final MethodDescriptor<byte[], byte[]> descriptor;

    private Method(MethodDescriptor<byte[], byte[]> descriptor) {
        this.descriptor = descriptor;
    }

    /** A method of the IDL, repeatable if its {@code idempotency_level} says so. */
    public static Method of(Descriptors.MethodDescriptor method) {
        return of(method, method.getOptions().getIdempotencyLevel() != IdempotencyLevel.IDEMPOTENCY_UNKNOWN);
    }

    /** @param isRepeatable whether two calls do no more than one: for queries, whatever the IDL says of them */
    public static Method of(Descriptors.MethodDescriptor method, boolean isRepeatable) {
        return named(method.getService().getFullName() + "/" + method.getName(), typeOf(method), isRepeatable);
    }

    /** @param name full, such as {@code acme.v1.Users/GetUser} */
    public static Method named(String name, MethodType type, boolean isRepeatable) {
        if (name.indexOf('/') < 1) throw new IllegalArgumentException("method: " + name + " (package.Service/Method)");
        return new Method(MethodDescriptor.newBuilder(BytesMarshaller.INSTANCE, BytesMarshaller.INSTANCE)
                .setFullMethodName(name)
                .setType(type)
                .setIdempotent(isRepeatable)
                .build());
    }

    private static MethodType typeOf(Descriptors.MethodDescriptor method) {
        if (method.isClientStreaming()) {
            return method.isServerStreaming() ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING;
        }
        return method.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY;
    }

    /** With service, such as {@code acme.v1.Users/GetUser}. */
    public String name() {
        return descriptor.getFullMethodName();
    }

    /** Such as {@code acme.v1.Users}. */
    public String service() {
        return name().substring(0, name().lastIndexOf('/'));
    }

    public MethodType type() {
        return descriptor.getType();
    }

    /** Whether two calls do no more than one. */
    public boolean isRepeatable() {
        return descriptor.isIdempotent();
    }

    /** For gRPC itself. */
    public MethodDescriptor<byte[], byte[]> descriptor() {
        return descriptor;
    }

    @Override
    public String toString() {
        return name();
    }
}
