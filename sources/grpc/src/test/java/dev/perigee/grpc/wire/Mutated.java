package dev.perigee.grpc.wire;

import java.util.Arrays;
import java.util.Random;

/** Bytes with something wrong in them. */
final class Mutated {
    private Mutated() {}

    static byte[] of(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        for (int i = random.nextInt(3); i >= 0; i--) mutated = once(mutated, random);
        return mutated;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) return new byte[] {(byte) random.nextInt()};
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 2 -> with(bytes, at, (byte) random.nextInt());
            case 3 -> with(bytes, at, (byte) 0xFF);
            default -> splice(bytes, at, random.nextInt(bytes.length), random.nextInt(20));
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        bytes[at] = value;
        return bytes;
    }

    /** A range of the bytes in front of another place. */
    private static byte[] splice(byte[] bytes, int at, int from, int length) {
        int copied = Math.min(length, bytes.length - from);
        byte[] spliced = new byte[bytes.length + copied];
        System.arraycopy(bytes, 0, spliced, 0, at);
        System.arraycopy(bytes, from, spliced, at, copied);
        System.arraycopy(bytes, at, spliced, at + copied, bytes.length - at);
        return spliced;
    }
}
