package dev.perigee.grpc.gateway;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.channel.Method;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.graph.RootField;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.input.EncodeOptions;
import dev.perigee.grpc.input.MessageEncoder;
import dev.perigee.grpc.input.RequestRules;
import dev.perigee.grpc.pushdown.PushDown;
import dev.perigee.grpc.relation.Relation;
import dev.perigee.grpc.wire.WriteOptions;
import dev.perigee.language.OperationType;
import java.util.HashMap;
import java.util.Map;

/** The services of a graph, made ready for calls. Immutable. */
public record Services(Idl idl, GrpcGraph graph, Router router, WriteOptions writeOptions) {
    RootMethod root(RootField field) {
        MethodDescriptor method = field.method();
        MessageType reply = reply(field);
        EncodeOptions options =
                EncodeOptions.DEFAULTS.withArgument(field.inputArgument()).withTypes(idl::message);
        boolean isRepeatable = field.operation() == OperationType.QUERY;
        return new RootMethod(
                field,
                new ServiceMethod(method(method, isRepeatable), router.upstream(method), reply),
                MessageEncoder.of(field.request(), options),
                RequestRules.of(field.request(), options),
                PushDown.of(method.getInputType(), method.getOutputType(), router.pushDown(method)));
    }

    RelationMethod relation(Relation relation) {
        Map<MethodDescriptor, ServiceMethod> services = new HashMap<>();
        MethodDescriptor method = relation.method();
        services.put(method, service(method, relation.reply()));
        var single = relation.batch() == null ? null : relation.batch().single();
        if (single != null) services.put(single.method(), service(single.method(), single.reply()));
        PushDown pushDown = PushDown.of(method.getInputType(), method.getOutputType(), router.pushDown(method));
        return new RelationMethod(relation.parent(), Map.copyOf(services), pushDown);
    }

    /** Relations are read, so their calls may be made again. */
    private ServiceMethod service(MethodDescriptor method, MessageType reply) {
        return new ServiceMethod(method(method, true), router.upstream(method), reply);
    }

    private static Method method(MethodDescriptor method, boolean isRepeatable) {
        return isRepeatable ? Method.of(method, true) : Method.of(method);
    }

    /** What replies are read as; of a method whose reply is of no interest, by its own type all the same. */
    private MessageType reply(RootField field) {
        return switch (field.result()) {
            case Result.Reply reply -> reply.type();
            case Result.Replies replies -> replies.type();
            case Result.Part part -> part.reply();
            case Result.Page page -> page.reply();
            case Result.Done done ->
                new MessageType(
                        field.method().getOutputType().getName(), field.method().getOutputType());
        };
    }
}
