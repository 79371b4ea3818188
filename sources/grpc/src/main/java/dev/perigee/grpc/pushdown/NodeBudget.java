package dev.perigee.grpc.pushdown;

import dev.perigee.data.ClientException;

/** How large a selection may be that came from outside. */
final class NodeBudget {
    private static final int MOST_NODES = 10_000;

    private int taken;

    void take() {
        if (++taken <= MOST_NODES) return;
        throw new ClientException(
                "INVALID_ARGUMENT", "The selection has more than " + MOST_NODES + " fields. Ask for fewer.");
    }
}
