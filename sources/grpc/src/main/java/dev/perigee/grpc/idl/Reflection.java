package dev.perigee.grpc.idl;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import io.grpc.Channel;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a running server says of itself, by server reflection v1 or, where it has no other, v1alpha. All its services
 * but reflection's own, in an IDL that is this server's alone: others may hold another version of the same file.
 * Comments are not part of it.
 *
 * @see <a href="https://grpc.io/docs/guides/reflection/">Reflection</a>
 */
public final class Reflection implements IdlSource {
    private static final MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> V1 =
            ServerReflectionGrpc.getServerReflectionInfoMethod();

    /** The messages of both versions are the same on the wire. */
    private static final MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> V1_ALPHA = V1.toBuilder()
            .setFullMethodName("grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo")
            .build();

    /** A server may have registered an import under another name than the one that it is imported by. */
    private static final MissingImports MISSING =
            new MissingImports(true, "The server does not hand it out: name proto files or a descriptor set instead.");

    private final Channel channel;
    private final IdlLimits limits;

    private Reflection(Channel channel, IdlLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    public static Reflection of(Channel channel) {
        return of(channel, IdlLimits.DEFAULT);
    }

    /** @param channel stays the caller's; where reflection needs metadata, such as a token, it has it added */
    public static Reflection of(Channel channel, IdlLimits limits) {
        return new Reflection(channel, limits);
    }

    @Override
    public Idl read() throws IdlException {
        return Linker.link(files(), MISSING);
    }

    /** Asks for all files, as {@link #read} does. */
    @Override
    public String fingerprint() throws IdlException {
        Fingerprint fingerprint = new Fingerprint();
        files().values().forEach(file -> fingerprint.add(file.toByteArray()));
        return fingerprint.text();
    }

    private Map<String, FileDescriptorProto> files() throws IdlException {
        Deadline deadline = Deadline.after(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        for (var method : List.of(V1, V1_ALPHA)) {
            try (ReflectionCall call = ReflectionCall.start(channel, method, limits, deadline)) {
                return new ReflectedFiles(call, limits).read();
            } catch (ReflectionFailure e) {
                if (e.status().getCode() != Status.Code.UNIMPLEMENTED) throw e.explain(channel.authority(), limits);
            }
        }
        throw new IdlException(
                "%s has no server reflection. Switch it on there, or name proto files or a descriptor set instead."
                        .formatted(channel.authority()));
    }
}
