package dev.perigee.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms that a value may come in: lazy, asynchronous, and the many kinds of lists. */
final class Values {
    private Values() {}

    static boolean isLazy(@Nullable Object value) {
        return value instanceof Supplier<?> || value instanceof CompletionStage<?>;
    }

    /** The value behind a supplier or a stage, waited for until the deadline; a {@link Failure} if there is none. */
    static @Nullable Object force(@Nullable Object value, RequestContext context) {
        try {
            return switch (value) {
                case Supplier<?> lazy -> lazy.get();
                case CompletionStage<?> stage ->
                    stage.toCompletableFuture().get(Math.max(0, context.remainingNanos()), TimeUnit.NANOSECONDS);
                case null, default -> value;
            };
        } catch (TimeoutException e) {
            return new Failure(new DeadlineException());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failure(new CancelledException());
        } catch (ExecutionException e) {
            return new Failure(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException | Error e) {
            return new Failure(e);
        }
    }

    /**
     * A copy of the values that something returned for objects.
     *
     * @throws IllegalStateException if they are not as many as the objects
     */
    static @Nullable Object[] oneEach(@Nullable List<?> values, int objects, String by) {
        @Nullable Object[] copy = values == null ? new Object[0] : values.toArray();
        if (values != null && copy.length == objects) return copy;
        String returned = values == null ? "no list" : copy.length + " values";
        throw new IllegalStateException(by + " returned " + returned + " for " + objects + " objects");
    }

    /** The value as a list with quick access to each item, null if it is none. */
    static @Nullable List<?> asList(Object value) {
        return switch (value) {
            case List<?> list -> list instanceof RandomAccess ? list : new ArrayList<Object>(list);
            case Object[] array -> Arrays.asList(array);
            case Collection<?> collection -> new ArrayList<Object>(collection);
            case Iterable<?> iterable -> copy(iterable);
            case Stream<?> stream -> stream.toList();
            case int[] array -> Arrays.stream(array).boxed().toList();
            case long[] array -> Arrays.stream(array).boxed().toList();
            case double[] array -> Arrays.stream(array).boxed().toList();
            default -> null;
        };
    }

    private static List<@Nullable Object> copy(Iterable<?> iterable) {
        List<@Nullable Object> copy = new ArrayList<>();
        for (Object item : iterable) copy.add(item);
        return copy;
    }
}
