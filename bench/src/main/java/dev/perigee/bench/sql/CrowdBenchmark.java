package dev.perigee.bench.sql;

import dev.perigee.bench.Same;
import dev.perigee.execution.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten thousand virtual threads with ten connections: all ask at the same time, each for one album with its tracks, which
 * is two statements. The time is that until the last has its answer; what a single one waits is counted beside it.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CrowdBenchmark {
    private static final int CROWD = 10_000;

    @Param
    DatabaseKind database = DatabaseKind.H2;

    private MediaStore store;
    private PerigeeSql perigee;

    @Setup
    public void open() throws Exception {
        store = MediaStore.open(database);
        perigee = new PerigeeSql(store.pool());
        Same.requireData(perigee.album(1).bytes());
    }

    /** What one of the crowd waits, in microseconds: added up over the iterations, as JMH does with counters. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Waits {
        public long p50;
        public long p99;
    }

    @Benchmark
    public void perigee(Waits waits) throws InterruptedException {
        long[] nanos = new long[CROWD];
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> crowd = new ArrayList<>(CROWD);
        for (int i = 0; i < CROWD; i++) {
            int one = i;
            crowd.add(Thread.ofVirtual().start(() -> nanos[one] = ask(one % MediaStore.ALBUMS + 1, go)));
        }
        go.countDown();
        for (Thread one : crowd) one.join();
        Arrays.sort(nanos);
        if (nanos[0] == 0) throw new IllegalStateException("Not all have an answer");
        waits.p50 = nanos[CROWD / 2] / 1_000;
        waits.p99 = nanos[CROWD / 100 * 99] / 1_000;
    }

    private long ask(long album, CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        long begin = System.nanoTime();
        Response response = perigee.album(album);
        if (!response.errors().isEmpty()) throw new IllegalStateException(response.toString());
        return System.nanoTime() - begin;
    }

    @TearDown
    public void close() throws Exception {
        if (store.pool().getHikariPoolMXBean().getActiveConnections() > 0) {
            throw new IllegalStateException("Connections were not given back");
        }
        store.close();
    }
}
