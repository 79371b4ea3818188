package dev.perigee.execution;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of one request that is made when it is first asked for. Thread-safe; making it may block, which holds up only
 * those who ask for it, too.
 */
final class RequestValue {
    private final Class<?> type;
    private final Function<RequestContext, ?> make;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Object value;

    RequestValue(Class<?> type, Function<RequestContext, ?> make) {
        this.type = type;
        this.make = make;
    }

    /** @throws CancelledException if the thread is interrupted while another makes the value */
    Object get(RequestContext context) {
        Object known = value;
        return known == null ? make(context) : known;
    }

    private Object make(RequestContext context) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            Object known = value;
            if (known != null) return known;
            if (lock.getHoldCount() > 1) throw new IllegalStateException("To make a " + type.getName() + " takes one");
            @Nullable Object made = make.apply(context);
            if (made == null) throw new IllegalStateException("The wiring makes no " + type.getName());
            if (made instanceof AutoCloseable closeable) context.closeAtEnd(closeable);
            value = made;
            return made;
        } finally {
            lock.unlock();
        }
    }
}
