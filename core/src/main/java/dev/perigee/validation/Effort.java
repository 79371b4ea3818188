package dev.perigee.validation;

/** Counts what the validation of one document does, so that tests can hold it against the size of the document. */
final class Effort {
    private long steps;

    /** Something was looked at: a node, an edge of a graph, a field that is compared. */
    void step() {
        steps++;
    }

    void steps(long count) {
        steps += count;
    }

    long steps() {
        return steps;
    }
}
