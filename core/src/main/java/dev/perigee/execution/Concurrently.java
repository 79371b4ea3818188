package dev.perigee.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Does something for each number below a count, on a bounded number of virtual threads. */
final class Concurrently {
    /** At most so many at the same time: enough to hide latency, few enough not to flood what is called. */
    private static final int MOST_THREADS = 32;

    private Concurrently() {}

    /**
     * Returns when all is done. The calling thread does its share; each further thread is only started while there is
     * something left for it. An interrupt is passed on to all of them.
     *
     * @param isOver asked before each action: whether there is no use in going on
     * @throws InterruptedException if it is over, or not all was done
     */
    static void forEach(int count, BooleanSupplier isOver, IntConsumer action) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable worker = () -> {
            int i;
            while (!Thread.currentThread().isInterrupted()
                    && !isOver.getAsBoolean()
                    && (i = next.getAndIncrement()) < count) {
                action.accept(i);
                done.getAndIncrement();
            }
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i < Math.min(count, MOST_THREADS) && next.get() < count; i++) {
            threads.add(Thread.ofVirtual().name("perigee-call").start(worker));
        }
        worker.run();
        try {
            if (isOver.getAsBoolean()) throw new InterruptedException();
            for (Thread thread : threads) thread.join();
            if (done.get() < count) throw new InterruptedException();
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
    }
}
