package dev.perigee.plan;

/** What may still be planned. A document can be short and its plan huge: fragments in fragments double it a level. */
final class Budget {
    private final int most;
    private int spent;

    Budget(int most) {
        this.most = most;
    }

    /** @throws PlanTooLargeException if nothing is left */
    void spend() {
        if (++spent > most) throw new PlanTooLargeException("maxPlannedFields", most);
    }
}
