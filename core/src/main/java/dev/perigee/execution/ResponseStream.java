package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.data.Caller;
import dev.perigee.language.OperationType;
import dev.perigee.plan.BoundPlan;
import dev.perigee.plan.Plan;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Maps the source stream of a subscription to a stream of responses. Each subscriber gets a source stream of its own. */
final class ResponseStream implements Flow.Publisher<Response> {
    private final Executor executor;
    private final Request request;

    ResponseStream(Executor executor, Request request) {
        this.executor = executor;
        this.request = request;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Response> subscriber) {
        RequestContext context = executor.contextOfStream(request);
        try {
            Plan plan = executor.prepare(context);
            if (plan.operation().operation() == OperationType.SUBSCRIPTION) {
                subscribe(subscriber, plan, context);
            } else {
                context.close();
                RequestContext once = executor.context(request);
                new SingleResponse(subscriber, once, () -> executor.execute(once)).start();
            }
        } catch (RuntimeException | StackOverflowError e) {
            context.close();
            new SingleResponse(subscriber, context, () -> executor.refused(e, context)).start();
        }
    }

    private void subscribe(Flow.Subscriber<? super Response> subscriber, Plan plan, RequestContext context) {
        Map<String, @Nullable Object> variables = Preparation.variables(plan, request);
        PlannedField field = plan.root().fields().getFirst();
        try {
            BoundPlan bound = plan.bind(variables, context.callerFor(plan));
            field = root(bound);
            if (field.step() instanceof Step.Denied denied) {
                throw denied.by(bound.conditions()).refusal(context.value(Caller.class));
            }
            Flow.Publisher<?> source = open(field, new Run(bound, context));
            source.subscribe(new EventMapper(
                    subscriber,
                    plan.operation().name(),
                    () -> executor.context(request),
                    (event, ofEvent) -> executor.respondTo(event, plan, variables, ofEvent),
                    context));
        } catch (RequestErrorException e) {
            throw e;
        } catch (Throwable e) {
            throw sourceError(field, e);
        }
    }

    /** The field of this request: it may be another one for callers who may not see it. */
    private static PlannedField root(BoundPlan bound) {
        List<PlannedField> fields = bound.plan().root().fields();
        return fields.stream()
                .filter(field -> bound.holds(field.condition()))
                .findFirst()
                .orElse(fields.getFirst());
    }

    private Flow.Publisher<?> open(PlannedField field, Run run) throws Exception {
        Arguments arguments = run.arguments(field);
        Object stream = switch (field.step()) {
            case Step.Stream declared -> declared.stream().subscribe(arguments, run.context());
            case Step.StreamFrom from -> from.source().open(field, run);
            case Step.Function function ->
                function.function().resolve(request.rootValue(), arguments, run.context(), function.info());
            default -> null;
        };
        if (stream instanceof Flow.Publisher<?> publisher) return publisher;
        throw new IllegalStateException(
                field.coordinate() + " gives no stream: declare it with subscription(...), or return a Flow.Publisher");
    }

    /** @see <a href="https://spec.graphql.org/September2025/#sec-Source-Stream">Source Stream</a>: a request error */
    private static RequestErrorException sourceError(PlannedField field, Throwable e) {
        Errors errors = new Errors((occurred, cause) -> occurred, Integer.MAX_VALUE);
        Path path = new Path();
        path.enter(field);
        errors.add(field, path, e);
        return new RequestErrorException(List.copyOf(errors.list()), Errors.unwrapped(e));
    }
}
