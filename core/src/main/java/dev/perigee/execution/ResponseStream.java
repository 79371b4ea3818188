package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.data.Wiring;
import dev.perigee.language.OperationType;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps the source stream of a subscription to a stream of responses. Each subscriber gets a source stream of its own. */
final class ResponseStream implements Flow.Publisher<Response> {
    private final Supplier<Execution> executions;
    private final Wiring wiring;
    private final Preparation preparation;
    private final Request request;

    ResponseStream(Supplier<Execution> executions, Wiring wiring, Preparation preparation, Request request) {
        this.executions = executions;
        this.wiring = wiring;
        this.preparation = preparation;
        this.request = request;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Response> subscriber) {
        Execution execution = executions.get();
        try {
            Prepared prepared = execution.prepare();
            if (prepared.plan().operation().operation() != OperationType.SUBSCRIPTION) {
                new SingleResponse(subscriber, execution::toEnd).start();
                return;
            }
            Map<String, @Nullable Object> variables = preparation.variables(prepared.plan(), request);
            Flow.Publisher<?> source = open(prepared, variables);
            source.subscribe(
                    new EventMapper(subscriber, event -> executions.get().run(prepared, variables, event)));
        } catch (RequestErrorException e) {
            new SingleResponse(subscriber, () -> execution.requestError(e.errors())).start();
        }
    }

    private Flow.Publisher<?> open(Prepared prepared, Map<String, @Nullable Object> variables) {
        PlannedField field = prepared.plan().root().columnFields()[0];
        long deadline = System.nanoTime() + Long.MAX_VALUE / 2; // a stream may last
        RequestContext context =
                new RequestContext(request, wiring, prepared.plan().operation().name(), deadline);
        try {
            Arguments arguments = field.arguments().coerce(variables);
            Object stream = switch (field.step()) {
                case Step.Stream declared -> declared.stream().subscribe(arguments, context);
                case Step.Function function ->
                    function.function().resolve(request.rootValue(), arguments, context, function.info());
                default -> null;
            };
            if (stream instanceof Flow.Publisher<?> publisher) return publisher;
            throw new IllegalStateException(field.definition().coordinate() + " gives no stream: declare it with"
                    + " subscription(...), or return a Flow.Publisher");
        } catch (Exception e) {
            Errors errors = new Errors((occurred, cause) -> occurred);
            Path path = new Path();
            path.enter(field);
            errors.add(field, path, e);
            throw new RequestErrorException(List.copyOf(errors.list()));
        }
    }
}
