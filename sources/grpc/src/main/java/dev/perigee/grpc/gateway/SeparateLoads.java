package dev.perigee.grpc.gateway;

import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fields that would be one batch, but can't share a call: each part makes its own, at the same time. */
record SeparateLoads(List<Part> parts) implements PlannedLoad {
    /** Fields that can, and how they are loaded. */
    record Part(List<? extends SelectedField> fields, PlannedLoad load) {}

    @Override
    public int load(List<? extends Feed> feeds, SourceRun run) throws InterruptedException {
        List<Callable<Integer>> loads = new ArrayList<>(parts.size());
        for (Part part : parts) {
            List<? extends Feed> own = feeds.stream()
                    .filter(feed -> part.fields().contains(feed.field()))
                    .toList();
            if (!own.isEmpty()) loads.add(() -> load(part.load(), own, run));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int calls = 0;
            for (Future<Integer> made : threads.invokeAll(loads)) calls += made.resultNow();
            return calls;
        }
    }

    /** Of several, one that fails fails alone. */
    private static int load(PlannedLoad load, List<? extends Feed> feeds, SourceRun run) {
        try {
            return load.load(feeds, run);
        } catch (Exception e) {
            for (Feed feed : feeds) feed.fail(e);
            return 1;
        }
    }

    @Override
    public String source() {
        return parts.getFirst().load().source();
    }

    @Override
    public String describe() {
        return String.join(
                "\n", parts.stream().map(part -> part.load().describe()).toList());
    }
}
