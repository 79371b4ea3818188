package dev.perigee.cli.serve;

import dev.perigee.schema.ChangeSeverity;
import dev.perigee.schema.SchemaChange;
import dev.perigee.server.LiveGraph;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every now and then whether the IDL of a graph that is served has changed, and has it served as it is then. What
 * is wrong with it is logged once, and leaves the graph as it is.
 */
final class Reloading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);
    private static final int MOST_CHANGES = 50;

    private final Graph graph;
    private final LiveGraph live;
    private final Reload mode;
    private final Duration every;
    private final Thread thread;
    private List<String> seen;
    private @Nullable String lastProblem;

    private Reloading(Graph graph, LiveGraph live, GrpcSettings settings, List<String> seen) {
        this.graph = graph;
        this.live = live;
        this.mode = settings.reload();
        this.every = settings.poll();
        this.seen = seen;
        this.thread = new Thread(this::run, "perigee-reload");
        thread.setDaemon(true);
    }

    /** Null if the graph has nothing that changes, or is to stay as it is. */
    static @Nullable Reloading of(Graph graph, LiveGraph live) {
        GrpcSettings settings = graph.settings().grpc();
        GrpcVersion version = graph.sources().version();
        if (settings == null || version == null || settings.reload() == Reload.NEVER) return null;
        return new Reloading(graph, live, settings, version.fingerprints());
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(every);
                look();
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /** Once. On one thread at a time. */
    void look() {
        try {
            List<String> now = graph.sources().fingerprints();
            if (!now.equals(seen)) take(graph.change());
            seen = now;
            if (lastProblem != null) LOG.info("The IDL can be read again.");
            lastProblem = null;
        } catch (ServeException e) {
            if (Thread.currentThread().isInterrupted()) return; // closed meanwhile
            if (!String.valueOf(e.getMessage()).equals(lastProblem)) {
                LOG.warn("The IDL has changed, or can't be read; the graph stays as it is: {}", e.getMessage());
            }
            lastProblem = e.getMessage();
        } catch (RuntimeException e) { // whatever it is, the graph that runs goes on
            if (!Thread.currentThread().isInterrupted()) LOG.error("Failed to look for changes of the IDL", e);
        }
    }

    private void take(GraphChange change) {
        List<SchemaChange> breaking = change.changes().stream()
                .filter(each -> each.severity() == ChangeSeverity.BREAKING)
                .toList();
        if (!breaking.isEmpty() && mode == Reload.SAFE) {
            LOG.warn("The IDL has changed; the graph stays as it is, since clients would break:\n{}", lines(breaking));
            return;
        }
        graph.become(change);
        live.exchange(change.engine(), graph.rpc());
        if (!breaking.isEmpty()) LOG.warn("The graph has changed, and may break clients:\n{}", lines(change.changes()));
        else if (!change.changes().isEmpty()) LOG.info("The graph has changed:\n{}", lines(change.changes()));
        else LOG.info("The IDL has changed, and the graph's schema has not.");
    }

    private static String lines(List<SchemaChange> changes) {
        String listed = changes.stream()
                .limit(MOST_CHANGES)
                .map(change -> "  " + change.severity() + " " + change.coordinate() + ": " + change.message())
                .collect(Collectors.joining("\n"));
        int more = changes.size() - MOST_CHANGES;
        return more > 0 ? listed + "\n  and " + more + " more" : listed;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
