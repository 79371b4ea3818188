package dev.perigee.grpc.channel;

import java.util.concurrent.Flow;

/** The replies of a server-streaming method. Each subscriber makes a call of its own. */
final class ServerStream implements Flow.Publisher<byte[]> {
    private final Upstream upstream;
    private final Call call;

    ServerStream(Upstream upstream, Call call) {
        this.upstream = upstream;
        this.call = call;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super byte[]> subscriber) {
        new StreamCall(upstream, call, subscriber).begin();
    }
}
