package dev.perigee.execution;

import dev.perigee.data.ClientException;
import dev.perigee.json.JsonWriter;
import dev.perigee.json.TooLargeException;
import dev.perigee.language.OperationType;
import dev.perigee.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs requests, each from its context to its response. Immutable; one for all requests of an engine. */
final class Executor {
    private static final byte[] DATA = {'{', '"', 'd', 'a', 't', 'a', '"', ':'};
    private static final byte[] EXTENSIONS = ",\"extensions\":{\"explanation\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERRORS = {'{', '"', 'e', 'r', 'r', 'o', 'r', 's', '"', ':'};

    private final Setup setup;

    Executor(Setup setup) {
        this.setup = setup;
    }

    /** Of a request that begins now. */
    RequestContext context(Request request) {
        return new RequestContext(request, setup);
    }

    /** Of a subscription that begins now, and its source stream. */
    RequestContext contextOfStream(Request request) {
        return new StreamContext(request, setup);
    }

    /** Runs a query or mutation to its end, which is the context's, too. */
    Response execute(RequestContext context) {
        try {
            Plan plan = prepare(context);
            if (plan.operation().operation() == OperationType.SUBSCRIPTION) {
                throw Preparation.requestError("OPERATION_NOT_ALLOWED", "A subscription must be subscribed to.");
            }
            return run(plan, Preparation.variables(plan, context.request()), null, context);
        } catch (RuntimeException | StackOverflowError e) {
            return refused(e, context);
        } finally {
            context.close();
        }
    }

    /** Runs the selection of a subscription for an event of its source stream. */
    Response respondTo(Object event, Plan plan, Map<String, @Nullable Object> variables, RequestContext context) {
        context.runs(plan.operation());
        try {
            return run(plan, variables, event, context);
        } catch (RuntimeException | StackOverflowError e) {
            return refused(e, context);
        } finally {
            context.close();
        }
    }

    /** @throws RequestErrorException if the request is not to be executed */
    Plan prepare(RequestContext context) {
        Request request = context.request();
        Plan found = setup.preparations().of(context).prepare(request);
        context.runs(found.operation());
        OperationType kind = found.operation().operation();
        if (!request.allowed().contains(kind)) {
            throw Preparation.requestError("OPERATION_NOT_ALLOWED", "A " + kind.keyword() + " is not allowed here.");
        }
        return found;
    }

    /** @param event of a subscription, the value of its field; ignored for other operations */
    private Response run(
            Plan plan, Map<String, @Nullable Object> variables, @Nullable Object event, RequestContext context) {
        Run run = new Run(plan.bind(variables, context.callerFor(plan)), context);
        JsonWriter out = setup.writers().take();
        int maxBytes = run.maxResponseBytes();
        try {
            run.dispatcher().begin();
            obtain(run, event);
            out.raw(DATA);
            List<ResponseError> errors =
                    new ResponseWriter(run, out).writeData(context.request().rootValue());
            explain(run, out);
            out.raw('}');
            return respond(out, errors, maxBytes, run);
        } catch (TooLargeException e) {
            return abort(run, new LimitExceededException(maxBytes));
        } catch (LimitExceededException | DeadlineException | CancelledException e) {
            return abort(run, e);
        } finally {
            setup.writers().giveBack(out);
            run.dispatcher().end();
        }
    }

    private static void obtain(Run run, @Nullable Object event) {
        Object rootValue = run.context().request().rootValue();
        switch (run.plan().operation().operation()) {
            case QUERY -> run.obtainAll(rootValue);
            case MUTATION -> run.obtainSerially(rootValue);
            case SUBSCRIPTION -> run.obtainForEvent(event);
        }
    }

    private static Response respond(JsonWriter data, List<ResponseError> errors, int maxBytes, Run run) {
        byte[] bytes = errors.isEmpty() ? data.toByteArray() : withErrors(errors, data, maxBytes);
        RequestContext context = run.context();
        return new Response(
                bytes,
                errors,
                context.collectedHeaders(),
                context,
                run.dispatcher().calls());
    }

    private static byte[] withErrors(List<ResponseError> errors, JsonWriter data, int maxBytes) {
        JsonWriter out = new JsonWriter((int) Math.min(maxBytes, data.position() + 256L * errors.size()), maxBytes);
        out.raw(ERRORS);
        Errors.write(errors, out);
        out.raw(',');
        data.appendTo(out, 1);
        return out.toByteArray();
    }

    private static void explain(Run run, JsonWriter out) {
        Explanation explanation = run.context().explanation();
        if (explanation == null) return;
        out.raw(EXTENSIONS);
        out.writeValue(explanation.toMap());
        out.raw('}');
    }

    private Response abort(Run run, ClientException why) {
        Errors errors = new Errors(setup.formatter(), run.maxResponseBytes());
        errors.addWithoutPath(why);
        JsonWriter out = new JsonWriter();
        out.raw(DATA);
        out.writeNull();
        explain(run, out);
        out.raw('}');
        return respond(out, errors.list(), Integer.MAX_VALUE - 8, run);
    }

    /** The response to a request that is refused, or fails by a defect of ours or of what users plugged in. */
    Response refused(Throwable e, RequestContext context) {
        if (e instanceof RequestErrorException refusal) return requestError(refusal, context);
        // Who has given it up interrupts what goes on, and that is no defect.
        ResponseError error = context.isGivenUp()
                ? Errors.withoutPath(new CancelledException())
                : Errors.masked(Errors.log("the request", e), List.of(), null);
        return requestError(new RequestErrorException(List.of(error), e), context);
    }

    /** The response to a request that is not executed: errors, and no data. */
    private Response requestError(RequestErrorException refusal, RequestContext context) {
        List<ResponseError> errors = refusal.errors().stream()
                .map(error -> setup.formatter().format(error, refusal.getCause()))
                .toList();
        JsonWriter out = new JsonWriter();
        out.raw(ERRORS);
        Errors.write(errors, out);
        out.raw('}');
        return new Response(out.toByteArray(), errors, Map.of(), context, null);
    }

    /** The response that ends a stream whose source has failed. */
    Response sourceFailed(Throwable thrown, RequestContext context) {
        Throwable cause = Errors.unwrapped(thrown);
        ResponseError error = cause instanceof ClientException known
                ? Errors.withoutPath(known)
                : Errors.masked(Errors.log("a source stream", cause), List.of(), null);
        return requestError(new RequestErrorException(List.of(error), cause), context);
    }

    /** The response to a request whose thread does not come back in time. */
    Response timedOut(RequestContext context) {
        DeadlineException late = new DeadlineException();
        return requestError(
                new RequestErrorException(List.of(new ResponseError(
                        String.valueOf(late.getMessage()), List.of(), null, Map.of("code", late.code())))),
                context);
    }
}
