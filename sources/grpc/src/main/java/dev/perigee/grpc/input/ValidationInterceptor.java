package dev.perigee.grpc.input;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies {@link RequestRules} to the services of a server written in Java, as the gateway does to arguments: a request
 * that breaks a rule ends its call with {@code INVALID_ARGUMENT} and a {@code google.rpc.BadRequest}, and the service
 * never sees it. Safe to share between threads and servers.
 */
public final class ValidationInterceptor implements ServerInterceptor {
    private final Map<Descriptor, Optional<RequestRules>> rules = new ConcurrentHashMap<>();

    /**
     * @param services whose rules are compiled now; those of others are when the first request comes
     * @throws IllegalArgumentException if a rule can't be compiled
     */
    public static ValidationInterceptor of(List<ServerServiceDefinition> services) {
        ValidationInterceptor interceptor = new ValidationInterceptor();
        for (ServerServiceDefinition service : services) {
            for (ServerMethodDefinition<?, ?> method : service.getMethods()) interceptor.prepare(method);
        }
        return interceptor;
    }

    private ValidationInterceptor() {}

    private void prepare(ServerMethodDefinition<?, ?> method) {
        if (method.getMethodDescriptor().getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema) {
            rules(schema.getMethodDescriptor().getInputType());
        }
    }

    private Optional<RequestRules> rules(Descriptor request) {
        return rules.computeIfAbsent(request, type -> Optional.ofNullable(RequestRules.of(type)));
    }

    @Override
    public <Q, P> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
        return new CheckedListener<>(this, call, next.startCall(call, headers));
    }

    /** What is wrong with a request, null if nothing is. */
    @Nullable StatusRuntimeException refusal(@Nullable Object request) {
        if (!(request instanceof Message message)) return null;
        RequestRules applying = rules(message.getDescriptorForType()).orElse(null);
        if (applying == null) return null;
        List<RuleViolation> violations = applying.violations(message);
        return violations.isEmpty() ? null : refusal(violations);
    }

    private static StatusRuntimeException refusal(List<RuleViolation> violations) {
        BadRequest.Builder details = BadRequest.newBuilder();
        for (RuleViolation violation : violations) {
            details.addFieldViolationsBuilder()
                    .setField(violation.path())
                    .setReason(violation.rule())
                    .setDescription(violation.message());
        }
        RuleViolation first = violations.getFirst();
        String where = first.path().isEmpty() ? "" : first.path() + ": ";
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(Code.INVALID_ARGUMENT_VALUE)
                .setMessage(where + first.message())
                .addDetails(Any.pack(details.build()))
                .build());
    }
}
