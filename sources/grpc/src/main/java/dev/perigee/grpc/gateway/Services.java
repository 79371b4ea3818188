package dev.perigee.grpc.gateway;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.channel.Method;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputType;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.graph.RootField;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.input.EncodeOptions;
import dev.perigee.grpc.input.MessageEncoder;
import dev.perigee.grpc.input.RuleSet;
import dev.perigee.grpc.pushdown.PushDown;
import dev.perigee.grpc.relation.Relation;
import dev.perigee.grpc.wire.WriteOptions;
import dev.perigee.language.OperationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services of a graph, made ready for calls. Immutable. */
public record Services(Idl idl, GrpcGraph graph, Router router, WriteOptions writeOptions, RuleSet rules) {
    /**
     * @throws IllegalArgumentException if a rule of a request can't be compiled, or an upstream is set to do what must not
     *     be done with a method
     */
    public static Services of(Idl idl, GrpcGraph graph, Router router, WriteOptions writeOptions) {
        Map<Upstream, List<Method>> methods = new LinkedHashMap<>();
        Set<Descriptor> requests = new LinkedHashSet<>();
        for (RootField root : graph.roots()) {
            methods.computeIfAbsent(router.upstream(root.method()), unknown -> new ArrayList<>())
                    .add(method(root));
            requests.add(root.method().getInputType());
        }
        methods.forEach(Upstream::check);
        return new Services(idl, graph, router, writeOptions, RuleSet.of(requests));
    }

    RootMethod root(RootField field) {
        MethodDescriptor method = field.method();
        MessageType reply = reply(field);
        EncodeOptions options =
                EncodeOptions.DEFAULTS.withArgument(field.inputArgument()).withTypes(idl::message);
        return new RootMethod(
                field,
                new ServiceMethod(method(field), router.upstream(method), reply),
                MessageEncoder.of(field.request(), options),
                rules.of(field.request(), options),
                PushDown.of(
                        method.getInputType(),
                        method.getOutputType(),
                        router.pushDown(method),
                        given(field.request())));
    }

    private static Set<FieldDescriptor> given(InputType request) {
        Set<FieldDescriptor> given = new HashSet<>();
        for (InputField field : request.fields()) {
            if (field instanceof InputField.Value value) given.add(value.descriptor());
        }
        return given;
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
        return new ServiceMethod(Method.of(method, true), router.upstream(method), reply);
    }

    private static Method method(RootField field) {
        boolean isRepeatable = field.operation() == OperationType.QUERY;
        return isRepeatable ? Method.of(field.method(), true) : Method.of(field.method());
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
