package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a relation takes for all its parents in one request: keys and requests that are equal are asked for
 * once. It makes none itself: whoever does tells each {@link RelationCall} how it ended, and takes the {@link #outcome}
 * after all. Not for several threads, but calls may end on any.
 */
public final class RelationCalls {
    private final Relation relation;
    private final MessageReader reader;
    private final List<RelationCall> calls = new ArrayList<>();
    private final List<Wanted[]> wanted = new ArrayList<>();
    private final Map<ByteString, Slot> requests = new HashMap<>();
    private final Map<Parameters, Map<Object, Slot>> batches = new LinkedHashMap<>();

    private final KnownResults known;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Set<CompletableFuture<Void>> others = new HashSet<>();

    private RelationCalls(Relation relation, MessageReader reader, KnownResults known) {
        this.relation = relation;
        this.reader = reader;
        this.known = known;
    }

    /** @param asks all places whose values may come from the same calls */
    public static RelationCalls of(Relation relation, MessageReader reader, List<Ask> asks) {
        return of(relation, reader, asks, new KnownResults());
    }

    /** @param known what the request asks for anyway, which needs no call */
    public static RelationCalls of(Relation relation, MessageReader reader, List<Ask> asks, KnownResults known) {
        RelationCalls calls = new RelationCalls(relation, reader, known);
        Batch batch = relation.batch();
        for (Ask ask : asks) calls.wanted.add(batch == null ? calls.requests(ask) : calls.keys(ask, batch));
        if (batch != null) calls.batches.forEach((parameters, slots) -> calls.chunk(batch, parameters, slots));
        return calls;
    }

    /** To be made in any order, as many at a time as the server is meant to take. */
    public List<RelationCall> calls() {
        return List.copyOf(calls);
    }

    /** All calls have ended: others may read what came out of them. Waits for those that others make of our keys. */
    public void end() throws InterruptedException {
        ended.complete(null);
        for (CompletableFuture<Void> other : others) {
            try {
                other.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Nothing ends so", e);
            }
        }
    }

    /** The calls are not made, or not to their end: neither we nor others get an outcome. */
    public void abandon(Throwable cause) {
        for (Map<Object, Slot> slots : batches.values()) {
            for (Slot slot : slots.values()) if (slot.value() == null) slot.fail(cause);
        }
        ended.complete(null);
    }

    /** What came out, once all calls have ended, those in the stead of others too. @param ask its position */
    public Outcome outcome(int ask) {
        Wanted[] all = wanted.get(ask);
        @Nullable Object[] values = new Object[all.length];
        Map<Integer, Throwable> failures = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Wanted one = all[i];
            Throwable failure = one.failure(relation);
            if (failure != null) failures.put(i, failure);
            else values[i] = one.value(relation);
        }
        return new Outcome(values, failures);
    }

    private Wanted[] requests(Ask ask) {
        RequestTemplate template = RequestTemplate.of(relation.bindings());
        return eachParent(ask, relation.isRoot(), values -> {
            ByteString request = template.write(values);
            if (request == null) return Wanted.NOTHING;
            return new Wanted(List.of(requests.computeIfAbsent(request.concat(ask.pushed()), this::call)));
        });
    }

    private Slot call(ByteString request) {
        Slot slot = new Slot();
        calls.add(new WholeCall(relation.method(), request, slot, relation.result(), relation.missing(), reader));
        return slot;
    }

    private Wanted[] keys(Ask ask, Batch batch) {
        ParametersOf parametersOf;
        try {
            parametersOf = ParametersOf.of(relation, batch, ask, reader);
        } catch (RuntimeException e) {
            return allFailed(ask, e);
        }
        BatchShape shape = BatchShape.of(relation.method(), batch);
        return eachParent(ask, false, values -> {
            Parameters parameters = parametersOf.of(values);
            List<Object> keys =
                    parameters == null || values.parent() == null ? List.of() : Keys.of(batch, values.parent(), reader);
            if (parameters == null || keys.isEmpty()) return Wanted.NOTHING;
            Map<Object, Slot> slots = batches.computeIfAbsent(parameters, none -> new LinkedHashMap<>());
            List<Slot> found = new ArrayList<>(keys.size());
            for (Object key : keys) {
                KnownResults.Claim claim = known.claim(shape, parameters, key, ended);
                if (claim.ended() == ended) slots.putIfAbsent(key, claim.slot());
                else others.add(claim.ended());
                found.add(claim.slot());
            }
            return new Wanted(found);
        });
    }

    /** A parent whose values can't be sent has failed; the others have not. */
    private Wanted[] eachParent(Ask ask, boolean isRoot, WantedOf wantedOf) {
        Wanted[] all = new Wanted[ask.parents().length];
        for (int i = 0; i < all.length; i++) {
            Object parent = ask.parents()[i];
            try {
                SourceValues values = new SourceValues(parent, ask.arguments(), ask.headers(), reader);
                all[i] = parent == null && !isRoot ? Wanted.NOTHING : wantedOf.of(values);
            } catch (RuntimeException e) {
                all[i] = Wanted.failed(e);
            }
        }
        return all;
    }

    private static Wanted[] allFailed(Ask ask, RuntimeException cause) {
        Wanted[] all = new Wanted[ask.parents().length];
        Arrays.fill(all, Wanted.failed(cause));
        return all;
    }

    private void chunk(Batch batch, Parameters parameters, Map<Object, Slot> slots) {
        Map<Object, Slot> chunk = new LinkedHashMap<>();
        for (Map.Entry<Object, Slot> slot : slots.entrySet()) {
            chunk.put(slot.getKey(), slot.getValue());
            if (chunk.size() < batch.max()) continue;
            add(batch, parameters, chunk);
            chunk = new LinkedHashMap<>();
        }
        if (!chunk.isEmpty()) add(batch, parameters, chunk);
    }

    private void add(Batch batch, Parameters parameters, Map<Object, Slot> chunk) {
        ByteString keys = Keys.inBatch(batch, chunk.keySet(), parameters.item());
        ByteString request = parameters.request().concat(keys).concat(parameters.pushed());
        Singles singles = new Singles(relation, batch, parameters.single(), reader);
        calls.add(new BatchCall(relation, batch, request, chunk, singles, reader));
    }

    /** What a parent waits for. */
    @FunctionalInterface
    private interface WantedOf {
        Wanted of(SourceValues values);
    }
}
