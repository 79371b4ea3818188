package dev.perigee.examples.moongate;

import com.google.protobuf.Message;
import dev.perigee.grpc.GrpcServer;
import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down the calls that reach servers, wherever these run. Thread-safe. */
final class Calls implements Hosting {
    private final Hosting hosting;
    private final List<Call> all = new ArrayList<>();
    private final Map<String, GrpcServer> servers = new HashMap<>();

    Calls(Hosting hosting) {
        this.hosting = hosting;
    }

    /** @param method such as {@code arena.v1.Ladder/GetScore} */
    record Call(String method, Metadata metadata, Message request) {}

    @Override
    public GrpcServer start(String name, List<BindableService> services, List<ServerInterceptor> interceptors)
            throws IOException {
        List<ServerInterceptor> withOurs = new ArrayList<>(List.of(new Recorder()));
        withOurs.addAll(interceptors);
        GrpcServer server = hosting.start(name, services, withOurs);
        servers.put(name, server);
        return server;
    }

    @Override
    public void close() {
        hosting.close();
    }

    /** What clients of a server use, who are no gateway. */
    Channel channel(String server) {
        return servers.get(server).upstream().channel();
    }

    private synchronized void add(Call call) {
        all.add(call);
    }

    /** Those since the last time this was called. */
    synchronized List<Call> take() {
        List<Call> taken = List.copyOf(all);
        all.clear();
        return taken;
    }

    private final class Recorder implements ServerInterceptor {
        @Override
        public <Q, P> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
            return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
                @Override
                public void onMessage(Q request) {
                    add(new Call(call.getMethodDescriptor().getFullMethodName(), headers, (Message) request));
                    super.onMessage(request);
                }
            };
        }
    }
}
