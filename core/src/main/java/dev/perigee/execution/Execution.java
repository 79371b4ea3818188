package dev.perigee.execution;

import dev.perigee.data.ClientException;
import dev.perigee.json.JsonWriter;
import dev.perigee.json.TooLargeException;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationType;
import dev.perigee.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request from its arrival to its response. Of the thread that runs it, which any other may cancel. */
final class Execution {
    private static final byte[] DATA = {'{', '"', 'd', 'a', 't', 'a', '"', ':'};
    private static final byte[] EXTENSIONS = ",\"extensions\":{\"explanation\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERRORS = {'{', '"', 'e', 'r', 'r', 'o', 'r', 's', '"', ':'};

    private final Setup setup;
    private final Request request;
    private final long arrival = System.nanoTime();
    private volatile @Nullable Plan plan;
    private @Nullable Run run;
    private boolean isCancelled;

    Execution(Setup setup, Request request) {
        this.setup = setup;
        this.request = request;
    }

    /** Runs a query or mutation. */
    Response toEnd() {
        RequestContext context = context();
        try {
            Plan plan = prepare(context);
            if (plan.operation().operation() == OperationType.SUBSCRIPTION) {
                throw Preparation.requestError("OPERATION_NOT_ALLOWED", "A subscription must be subscribed to.");
            }
            return run(plan, Preparation.variables(plan, request), null, context);
        } catch (RequestErrorException e) {
            return requestError(e);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(e);
        } finally {
            context.close();
        }
    }

    /** Runs the selection of a subscription for an event of its source stream. */
    Response respondTo(Object event, Plan plan, Map<String, @Nullable Object> variables) {
        RequestContext context = context();
        context.runs(plan.operation());
        try {
            return run(plan, variables, event, context);
        } catch (RequestErrorException e) {
            return requestError(e);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(e);
        } finally {
            context.close();
        }
    }

    private RequestContext context() {
        return new RequestContext(request, setup, arrival + timeout().toNanos());
    }

    /** @throws RequestErrorException if the request is not to be executed */
    Plan prepare(RequestContext context) {
        Plan found = setup.preparations().of(context).prepare(request);
        context.runs(found.operation());
        plan = found;
        OperationType kind = found.operation().operation();
        if (!request.allowed().contains(kind)) {
            throw Preparation.requestError("OPERATION_NOT_ALLOWED", "A " + kind.keyword() + " is not allowed here.");
        }
        return found;
    }

    /** @param event of a subscription, the value of its field; ignored for other operations */
    private Response run(
            Plan plan, Map<String, @Nullable Object> variables, @Nullable Object event, RequestContext context) {
        Run started = begin(plan, variables, context);
        JsonWriter out = setup.writers().take();
        int maxBytes = started.maxResponseBytes();
        try {
            obtain(started, event);
            out.raw(DATA);
            List<ResponseError> errors = new ResponseWriter(started, out).writeData(request.rootValue());
            explain(started, out);
            out.raw('}');
            return respond(out, errors, maxBytes, started);
        } catch (TooLargeException e) {
            return abort(started, new LimitExceededException(maxBytes));
        } catch (LimitExceededException | DeadlineException | CancelledException e) {
            return abort(started, e);
        } finally {
            setup.writers().giveBack(out);
            started.dispatcher().end();
        }
    }

    /** Ends the run from another thread: what is not there yet is not waited for. */
    synchronized void cancel(Thread runner) {
        isCancelled = true;
        if (run != null) run.dispatcher().cancel(runner);
    }

    /** Values of the request decide what is run: who makes it. */
    private Run begin(Plan plan, Map<String, @Nullable Object> variables, RequestContext context) {
        Run started = new Run(plan, variables, context, plan.conditions(variables, context::caller));
        synchronized (this) {
            run = started;
            started.dispatcher().begin();
            if (isCancelled) started.dispatcher().cancel(Thread.currentThread());
        }
        return started;
    }

    private void obtain(Run started, @Nullable Object event) {
        switch (started.plan().operation().operation()) {
            case QUERY -> started.obtainAll(request.rootValue());
            case MUTATION -> started.obtainSerially(request.rootValue());
            case SUBSCRIPTION -> started.obtainForEvent(event);
        }
    }

    /** How long the request may take: as long as it asks for, but no longer than the engine allows. */
    Duration timeout() {
        Duration asked = request.timeout();
        if (asked != null && asked.isNegative()) return Duration.ZERO;
        return asked == null || asked.compareTo(setup.limits().timeout()) > 0
                ? setup.limits().timeout()
                : asked;
    }

    private Response respond(JsonWriter data, List<ResponseError> errors, int maxBytes, Run started) {
        Map<String, List<String>> headers = started.context().collectedHeaders();
        if (errors.isEmpty()) return new Response(data.toByteArray(), errors, headers, summary(started));
        JsonWriter out = new JsonWriter((int) Math.min(maxBytes, data.position() + 256L * errors.size()), maxBytes);
        out.raw(ERRORS);
        Errors.write(errors, out);
        out.raw(',');
        data.appendTo(out, 1);
        return new Response(out.toByteArray(), errors, headers, summary(started));
    }

    private static void explain(Run started, JsonWriter out) {
        Explanation explanation = started.explanation();
        if (explanation == null) return;
        out.raw(EXTENSIONS);
        out.writeValue(explanation.toMap());
        out.raw('}');
    }

    private Response abort(Run started, ClientException why) {
        Errors errors = new Errors(setup.formatter(), started.maxResponseBytes());
        errors.addWithoutPath(why);
        JsonWriter out = new JsonWriter();
        out.raw(DATA);
        out.writeNull();
        explain(started, out);
        out.raw('}');
        return respond(out, errors.list(), Integer.MAX_VALUE - 8, started);
    }

    /** The response after a defect of ours, or of what users plugged in. */
    Response failed(Throwable e) {
        ResponseError error = Errors.masked(Errors.log("the request", e), List.of(), null);
        return requestError(new RequestErrorException(List.of(error), e));
    }

    /** The response to a request that is not executed: errors, and no data. */
    Response requestError(RequestErrorException refusal) {
        List<ResponseError> errors = refusal.errors().stream()
                .map(error -> setup.formatter().format(error, refusal.getCause()))
                .toList();
        JsonWriter out = new JsonWriter();
        out.raw(ERRORS);
        Errors.write(errors, out);
        out.raw('}');
        return new Response(out.toByteArray(), errors, Map.of(), refused());
    }

    /** The response that ends a stream whose source has failed. */
    Response sourceFailed(Throwable thrown) {
        Throwable cause = Errors.unwrapped(thrown);
        ResponseError error = cause instanceof ClientException known
                ? Errors.withoutPath(known)
                : Errors.masked(Errors.log("a source stream", cause), List.of(), null);
        return requestError(new RequestErrorException(List.of(error), cause));
    }

    /** The response to a request whose thread does not come back in time. */
    Response timedOut() {
        DeadlineException late = new DeadlineException();
        return requestError(new RequestErrorException(List.of(
                new ResponseError(String.valueOf(late.getMessage()), List.of(), null, Map.of("code", late.code())))));
    }

    /** Of an operation that was found, its kind and name; else the name that was asked for, which nobody has checked. */
    private Response.Summary refused() {
        Plan known = plan;
        return known == null
                ? new Response.Summary(null, request.operationName(), false, new Calls(), nanos())
                : new Response.Summary(
                        known.operation().operation(), known.operation().name(), false, new Calls(), nanos());
    }

    private Response.Summary summary(Run started) {
        OperationDefinition operation = started.plan().operation();
        return new Response.Summary(
                operation.operation(),
                operation.name(),
                true,
                started.dispatcher().calls(),
                nanos());
    }

    private long nanos() {
        return System.nanoTime() - arrival;
    }
}
