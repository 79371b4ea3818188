package dev.perigee.execution;

import dev.perigee.plan.Plan;

/** A plan, and how long its last response was, which the next one is likely to be. Thread-safe. */
final class Prepared {
    private final Plan plan;
    private volatile int lastBytes = 256;

    Prepared(Plan plan) {
        this.plan = plan;
    }

    Plan plan() {
        return plan;
    }

    /** A good size for the buffer of the next response; beyond some size, it may as well grow. */
    int expectedBytes() {
        int last = Math.min(lastBytes, 1 << 20);
        return last + (last >> 3) + 16;
    }

    void written(int bytes) {
        if (Math.abs(bytes - lastBytes) > lastBytes >> 4) lastBytes = bytes;
    }
}
