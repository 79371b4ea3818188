package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Step;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The function of a field, called for each object of its place, one after the other. What is lazy then runs at the same
 * time on threads of its own, and what is asynchronous is waited for.
 */
record FunctionWork(
        Run run,
        PlannedField field,
        Step.Function function,
        @Nullable Object[] parents,
        Arguments given) implements Work.Blocking {
    @Override
    public String source() {
        return "java";
    }

    @Override
    public int calls() {
        return parents.length;
    }

    @Override
    public @Nullable Object perform() throws InterruptedException {
        @Nullable Object[] values = new Object[parents.length];
        int lazy = 0;
        for (int i = 0; i < values.length; i++) {
            if (i > 0 && run.context().isOver()) throw new InterruptedException();
            values[i] = callFor(parents[i]);
            if (values[i] instanceof Supplier<?>) lazy++;
        }
        if (lazy == 1) {
            forceSuppliers(values);
        } else if (lazy > 1) {
            Concurrently.forEach(values.length, run.context()::isOver, i -> forceSupplier(values, i));
        }
        for (int i = 0; i < values.length; i++) {
            if (Values.isLazy(values[i])) values[i] = Values.force(values[i], run.context());
        }
        return values;
    }

    private @Nullable Object callFor(@Nullable Object parent) throws InterruptedException {
        try {
            return function.function().resolve(parent, given, run.context(), function.info());
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            return new Failure(e);
        }
    }

    private void forceSuppliers(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) forceSupplier(values, i);
    }

    private void forceSupplier(@Nullable Object[] values, int i) {
        if (values[i] instanceof Supplier<?>) values[i] = Values.force(values[i], run.context());
    }

    @Override
    public void succeed(@Nullable Object result) {
        if (result instanceof @Nullable Object[] values) run.complete(field, values);
    }

    @Override
    public void fail(Throwable cause) {
        run.fail(field, parents.length, cause);
    }
}
