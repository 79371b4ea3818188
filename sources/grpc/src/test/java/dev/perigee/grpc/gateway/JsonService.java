package dev.perigee.grpc.gateway;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A service of an IDL that no code was generated from: its methods take and give JSON. */
final class JsonService implements BindableService {
    private final ServiceDescriptor service;
    private final Map<String, Function<JsonObject, List<JsonObject>>> methods = new HashMap<>();

    JsonService(ServiceDescriptor service) {
        this.service = Objects.requireNonNull(service);
    }

    JsonService on(String method, Function<JsonObject, JsonObject> reply) {
        return streaming(method, request -> List.of(reply.apply(request)));
    }

    JsonService streaming(String method, Function<JsonObject, List<JsonObject>> replies) {
        methods.put(Objects.requireNonNull(service.findMethodByName(method)).getName(), replies);
        return this;
    }

    /** With single quotes for double ones. */
    static JsonObject json(String text, Object... values) {
        return JsonParser.parseString(text.formatted(values).replace('\'', '"')).getAsJsonObject();
    }

    @Override
    public ServerServiceDefinition bindService() {
        ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(service.getFullName());
        methods.forEach((name, replies) -> {
            MethodDescriptor method = service.findMethodByName(name);
            var call = io.grpc.MethodDescriptor.newBuilder(
                            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())),
                            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                    .setFullMethodName(service.getFullName() + "/" + name)
                    .setType(
                            method.isServerStreaming()
                                    ? io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING
                                    : io.grpc.MethodDescriptor.MethodType.UNARY)
                    .build();
            definition.addMethod(
                    call,
                    method.isServerStreaming()
                            ? ServerCalls.asyncServerStreamingCall(
                                    (request, reply) -> run(method, replies, request, reply))
                            : ServerCalls.asyncUnaryCall((request, reply) -> run(method, replies, request, reply)));
        });
        return definition.build();
    }

    private static void run(
            MethodDescriptor method,
            Function<JsonObject, List<JsonObject>> replies,
            DynamicMessage request,
            StreamObserver<DynamicMessage> reply) {
        try {
            JsonObject given =
                    JsonParser.parseString(JsonFormat.printer().print(request)).getAsJsonObject();
            for (JsonObject each : replies.apply(given)) reply.onNext(message(method.getOutputType(), each));
            reply.onCompleted();
        } catch (StatusRuntimeException e) {
            reply.onError(e);
        } catch (InvalidProtocolBufferException e) {
            reply.onError(Status.INTERNAL.withCause(e).asRuntimeException());
        }
    }

    private static DynamicMessage message(Descriptor type, JsonObject json) throws InvalidProtocolBufferException {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        JsonFormat.parser().merge(json.toString(), message);
        return message.build();
    }
}
