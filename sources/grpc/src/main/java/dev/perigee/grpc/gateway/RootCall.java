package dev.perigee.grpc.gateway;

import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SourceRun;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call for root fields with equal arguments, each of which takes its part of the reply. */
record RootCall(RootMethod method, PerConditions<Told> told) implements PlannedLoad {
    @Override
    public int load(List<? extends Feed> feeds, SourceRun run) throws Exception {
        Told with = told.of(run);
        byte[] request = method.request(run.arguments(feeds.getFirst().field()), with.fields());
        Object value = Results.of(method, request, with.headers(), run);
        for (Feed feed : feeds) {
            @Nullable Object[] values = new Object[feed.parents().length];
            Arrays.fill(values, value);
            feed.complete(values);
        }
        return 1;
    }

    @Override
    public String source() {
        return "grpc";
    }

    @Override
    public String describe() {
        return method.service().method().name();
    }
}
