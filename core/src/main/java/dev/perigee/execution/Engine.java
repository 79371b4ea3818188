package dev.perigee.execution;

import dev.perigee.data.Wiring;
import dev.perigee.language.Document;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.ParserLimits;
import dev.perigee.plan.Plan;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Executes GraphQL requests: the whole surface that a server needs, tied to no transport. Immutable but for a cache of
 * plans; one engine serves all requests of a schema, from any thread.
 *
 * <pre>{@code
 * Engine engine = Engine.builder(schema).wiring(wiring).build();
 * Response response = engine.execute(Request.of("{ hello }"));
 * response.writeTo(System.out);
 * }</pre>
 */
public final class Engine {
    /** What is given to a run past its deadline to end by itself before its response is given up. */
    private static final long GRACE_NANOS = 1_000_000_000;

    private final Preparation whole;
    private final Preparations preparations;
    private final Executor executor;

    private Engine(Builder builder, Preparations preparations) {
        this.whole = builder.preparation(builder.schema);
        this.preparations = preparations;
        this.executor = new Executor(new Setup(
                preparations,
                builder.wiring,
                builder.limits,
                new Writers(builder.limits.maxResponseBytes()),
                new SafeFormatter(builder.formatter)));
    }

    public static Builder builder(Schema schema) {
        return new Builder(schema);
    }

    /** The whole schema. */
    public Schema schema() {
        return whole.face();
    }

    /**
     * What callers of an audience see of the schema; see {@link dev.perigee.schema.SchemaFace}. The whole schema if it says
     * nothing of audiences.
     *
     * @param audience as {@link dev.perigee.data.Caller#audience}; empty for those without one
     */
    public Schema schema(String audience) {
        return preparations.of(audience).face();
    }

    /**
     * Runs a query or mutation on the calling thread and waits for its response. Whatever is wrong with the request or
     * happens while it runs is in the response; nothing is thrown. At the deadline what is missing becomes errors; only a
     * root or loader that is alone at work and ignores its interrupt can hold the thread longer.
     */
    public Response execute(Request request) {
        return executor.execute(executor.context(request));
    }

    /**
     * Runs a query or mutation on a virtual thread of its own. The future always completes with a response, shortly after
     * the deadline at the latest, whatever roots and loaders do. Cancelling it cancels what runs.
     */
    public CompletableFuture<Response> executeAsync(Request request) {
        RequestContext context = executor.context(request);
        CompletableFuture<Response> future = new CompletableFuture<>();
        Thread runner = Thread.ofVirtual().name("perigee-request").start(() -> {
            try {
                future.complete(executor.execute(context));
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        long latest = context.remainingNanos() + GRACE_NANOS;
        var giveUp = Deadlines.after(
                latest,
                () -> Thread.ofVirtual().name("perigee-late").start(() -> future.complete(executor.timedOut(context))));
        future.whenComplete((response, e) -> {
            giveUp.cancel(false);
            if (future.isCancelled()) context.cancellation().giveUp(runner);
        });
        return future;
    }

    /**
     * Runs a subscription: one response for each event of its source stream, in their order, as many as the subscriber
     * asks for. A request error is a single response. A query or mutation gives its one response. Single responses are
     * made by the thread that asks for them. What the source stream fails with later is handed on as it is: its message is
     * not meant for clients, who get {@link #sourceFailed} instead.
     *
     * @return gives its subscribers a {@link StreamSubscription} if the source stream is open
     * @see <a href="https://spec.graphql.org/September2025/#sec-Subscription">Subscription</a>
     */
    public Flow.Publisher<Response> subscribe(Request request) {
        return new ResponseStream(executor, request);
    }

    /**
     * The response to end a stream with whose source has failed: the message of a {@link dev.perigee.data.ClientException},
     * or a masked one with an id under which the cause is logged.
     *
     * @param cause what the stream of {@link #subscribe} has failed with
     */
    public Response sourceFailed(Request request, Throwable cause) {
        return executor.sourceFailed(cause, executor.context(request));
    }

    /**
     * The plan of an operation, for people and for tests, as for a caller who sees the whole schema.
     *
     * @param document valid by the schema, and the operation is in it
     */
    public Plan plan(Document document, OperationDefinition operation) {
        return whole.plan(document, operation);
    }

    /**
     * The plan of an operation for callers of an audience.
     *
     * @param document valid by {@link #schema(String)}, and the operation is in it
     */
    public Plan plan(String audience, Document document, OperationDefinition operation) {
        return preparations.of(audience).plan(document, operation);
    }

    /** Collects an {@link Engine}. For one thread. */
    public static final class Builder {
        private final Schema schema;
        private Wiring wiring = Wiring.builder().build();
        private ParserLimits parserLimits = ParserLimits.REQUEST;
        private EngineLimits limits = EngineLimits.DEFAULT;
        private ErrorFormatter formatter = (occurred, cause) -> occurred;

        private Builder(Schema schema) {
            this.schema = schema;
        }

        public Builder wiring(Wiring wiring) {
            this.wiring = wiring;
            return this;
        }

        public Builder parserLimits(ParserLimits parserLimits) {
            this.parserLimits = parserLimits;
            return this;
        }

        public Builder limits(EngineLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Decides what clients see of exceptions; without one, the engine's own form. */
        public Builder errorFormatter(ErrorFormatter formatter) {
            this.formatter = formatter;
            return this;
        }

        /**
         * Checks the wiring against the schema, the schema's access rules, and what each audience sees of it.
         *
         * @throws WiringException if something is declared that the schema does not have, a loader is missing, an access
         *     rule can't be kept, or what an audience sees is no schema of its own; the message has all of it
         */
        public Engine build() {
            wiring = wiring.boundTo(schema);
            List<String> problems = new ArrayList<>(WiringCheck.problems(schema, wiring));
            problems.addAll(AccessCheck.problems(schema));
            Preparations preparations = Preparations.of(schema, this::preparation, problems);
            if (!problems.isEmpty()) throw new WiringException(problems);
            return new Engine(this, preparations);
        }

        private Preparation preparation(Schema face) {
            return new Preparation(schema, face, wiring, parserLimits, limits);
        }
    }
}
