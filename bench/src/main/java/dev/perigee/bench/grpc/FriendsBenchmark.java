package dev.perigee.bench.grpc;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A thousand users with five friends each, and those with five each, by a method that takes many keys: 31,000 objects in
 * three levels. The calls are counted beside the time.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FriendsBenchmark {
    private static final String OVERLAY = """
        extend type User {
          friends: [User!] @grpc(method: "perigee.bench.Social/BatchGetUsers", missing: OMIT, batch: {
            keys: "ids", from: "parent.friend_ids", result: "users", key: "id"
          })
        }
        """;

    private SocialService service;
    private LocalServer server;
    private GatewayServer gateway;
    private HttpConnection client;

    @Setup
    public void start() throws Exception {
        service = new SocialService();
        server = LocalServer.start(service);
        gateway = new GatewayServer(server.inGraph("social"), OVERLAY);
        client = new HttpConnection(
                gateway.uri(),
                "{\"query\":\"{ listUsers(count: 1000) { users { name friends { name friends { name } } } } }\"}");
    }

    @TearDown
    public void stop() throws Exception {
        client.close();
        gateway.close();
        server.close();
    }

    /** Added up over the iterations, as JMH does with counters. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Calls {
        public long requests;
        public long calls;
    }

    @Benchmark
    public byte[] perigee(Calls made) throws Exception {
        long before = service.calls.get();
        byte[] reply = client.send();
        made.requests++;
        made.calls += service.calls.get() - before;
        return reply;
    }
}
