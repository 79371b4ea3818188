package dev.perigee.grpc.wire;

/** A range of bytes in one long, from its start to before its end. */
final class Span {
    private Span() {}

    static long of(int start, int end) {
        return (long) start << Integer.SIZE | end;
    }

    static int start(long span) {
        return (int) (span >>> Integer.SIZE);
    }

    static int end(long span) {
        return (int) span;
    }
}
