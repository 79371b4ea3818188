package dev.perigee.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does something for each number below a count, on a bounded number of virtual threads. */
final class Concurrently {
    /** At most so many at the same time: enough to hide latency, few enough not to flood what is called. */
    private static final int MOST_THREADS = 32;

    private Concurrently() {}

    /**
     * Returns when all is done. The calling thread does its share; each further thread is only started while there is
     * something left for it. An interrupt is passed on to all of them.
     */
    static void forEach(int count, IntConsumer action) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            int i;
            while (!Thread.currentThread().isInterrupted() && (i = next.getAndIncrement()) < count) action.accept(i);
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i < Math.min(count, MOST_THREADS) && next.get() < count; i++) {
            threads.add(Thread.ofVirtual().name("perigee-call").start(worker));
        }
        worker.run();
        try {
            for (Thread thread : threads) thread.join();
            if (Thread.interrupted()) throw new InterruptedException();
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
    }
}
