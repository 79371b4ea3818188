package dev.perigee.sql.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void letsInAsManyAsThereAreConnections() throws Exception {
        Gate gate = new Gate(2, 10);
        gate.enter(LONG);
        gate.enter(LONG);
        assertThat(gate.free()).isZero();
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> gate.enter(Duration.ofMillis(1)))
                .withMessage("No connection to the database was free in time.")
                .matches(e -> e.code().equals("DATABASE_BUSY"));
        gate.leave();
        gate.enter(Duration.ZERO);
        gate.leave();
        gate.leave();
        assertThat(gate.free()).isEqualTo(2);
    }

    @Test
    void turnsAwayWhoComesWhenTooManyWait() throws Exception {
        Gate gate = new Gate(1, 3);
        gate.enter(LONG);
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) waiting.add(waiter(gate, () -> {}));
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> gate.enter(LONG))
                .withMessage("Too many requests wait for the database (3). Try again later.")
                .matches(e -> e.code().equals("DATABASE_BUSY"));
        gate.leave();
        for (Thread thread : waiting) thread.join();
        assertThat(gate.free()).isOne();
    }

    @Test
    void letsInByOrderOfArrival() throws Exception {
        Gate gate = new Gate(1, 100);
        gate.enter(LONG);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            waiting.add(waiter(gate, () -> order.add(number)));
        }
        gate.leave();
        for (Thread thread : waiting) thread.join();
        assertThat(order).isSorted().hasSize(20);
    }

    @Test
    void forgetsWhoGivesUp() throws Exception {
        Gate gate = new Gate(1, 1);
        gate.enter(LONG);
        Thread first = waiter(gate, () -> {});
        first.interrupt();
        first.join();
        Thread second = waiter(gate, () -> {});
        gate.leave();
        second.join();
        assertThat(gate.free()).isOne();
    }

    @Test
    void neverLetsInMoreThanThereAre() throws Exception {
        Gate gate = new Gate(10, 10_000);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(5_000);
        for (int i = 0; i < 5_000; i++) {
            Thread.startVirtualThread(() -> {
                try {
                    gate.enter(LONG);
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    gate.leave();
                    done.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        done.await();
        assertThat(most.get()).isBetween(1, 10);
        assertThat(gate.free()).isEqualTo(10);
    }

    /** A thread that waits at the gate by now, and does something once it is inside. */
    private static Thread waiter(Gate gate, Runnable inside) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                gate.enter(LONG);
                inside.run();
                gate.leave();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (thread.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        return thread;
    }
}
