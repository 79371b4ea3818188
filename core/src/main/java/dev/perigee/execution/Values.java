package dev.perigee.execution;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The forms that a value may come in: lazy, asynchronous, and the many kinds of lists. */
final class Values {
    /** The bytes of {@code null} and a comma: no object takes less. */
    private static final int SHORTEST_ITEM = 5;

    private Values() {}

    static boolean isLazy(@Nullable Object value) {
        return value instanceof Supplier<?>
                || value instanceof CompletionStage<?>
                || value instanceof Optional<?>
                || value instanceof OptionalInt
                || value instanceof OptionalLong
                || value instanceof OptionalDouble;
    }

    /**
     * The value itself, behind all suppliers, stages and optionals, waited for until the deadline; a {@link Failure} if
     * there is none.
     */
    static @Nullable Object force(@Nullable Object lazy, RequestContext context) {
        Object value = lazy;
        try {
            while (isLazy(value)) value = open(value, context);
            return value;
        } catch (TimeoutException e) {
            return new Failure(new DeadlineException());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failure(context.remainingNanos() <= 0 ? new DeadlineException() : new CancelledException());
        } catch (ExecutionException e) {
            return new Failure(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException | Error e) {
            return new Failure(e);
        }
    }

    private static @Nullable Object open(@Nullable Object lazy, RequestContext context)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (context.remainingNanos() <= 0) throw new TimeoutException();
        return switch (lazy) {
            case Supplier<?> supplier -> supplier.get();
            case CompletionStage<?> stage ->
                stage.toCompletableFuture().get(Math.max(0, context.remainingNanos()), TimeUnit.NANOSECONDS);
            case Optional<?> optional -> optional.orElse(null);
            case OptionalInt optional -> optional.isPresent() ? optional.getAsInt() : null;
            case OptionalLong optional -> optional.isPresent() ? optional.getAsLong() : null;
            case OptionalDouble optional -> optional.isPresent() ? optional.getAsDouble() : null;
            case null, default -> lazy;
        };
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

    /** The value as a list with quick access to each item; null if it is none, or none of that kind. */
    static @Nullable List<?> asList(Object value) {
        if (value instanceof List<?> list && list instanceof RandomAccess) return list;
        return switch (value) {
            case Object[] array -> Arrays.asList(array);
            case int[] array -> Arrays.stream(array).boxed().toList();
            case long[] array -> Arrays.stream(array).boxed().toList();
            case double[] array -> Arrays.stream(array).boxed().toList();
            default -> value.getClass().isArray() ? boxed(value) : null;
        };
    }

    private static List<Object> boxed(Object array) {
        List<Object> boxed = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) boxed.add(Array.get(array, i));
        return boxed;
    }

    /** An item, a {@link Failure} if the list does not give it. */
    static @Nullable Object item(List<?> list, int index) {
        try {
            return list.get(index);
        } catch (RuntimeException | Error e) {
            return new Failure(e);
        }
    }

    /**
     * A copy of the items of a list of any kind, null if it is none. The copy is what all later steps read: the list
     * itself may change meanwhile.
     *
     * @throws LimitExceededException if an endless list, or one as good as that, does not fit the response
     */
    static @Nullable Object @Nullable [] items(Object value, int maxResponseBytes) {
        List<?> list = asList(value);
        if (list != null) return items(list);
        if (value instanceof Collection<?> collection) return collection.toArray();
        if (!Cursor.canRead(value)) return null;
        try (Cursor cursor = Cursor.of(value)) {
            List<@Nullable Object> copy = new ArrayList<>();
            while (cursor.advance()) {
                copy.add(cursor.item());
                if (copy.size() > maxResponseBytes / SHORTEST_ITEM) throw new LimitExceededException(maxResponseBytes);
            }
            Throwable failure = cursor.failure();
            if (failure != null) throw new CompletionException(failure);
            return copy.toArray();
        }
    }

    private static @Nullable Object[] items(List<?> list) {
        try {
            return list.toArray();
        } catch (RuntimeException | Error e) { // some of them may be good
            @Nullable Object[] items = new Object[list.size()];
            for (int i = 0; i < items.length; i++) items[i] = item(list, i);
            return items;
        }
    }
}
