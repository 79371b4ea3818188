package dev.perigee.grpc.idl;

import java.time.Duration;

/**
 * How much may come from outside as one IDL. Over a limit, it is refused with an error that names the limit.
 *
 * @param maxFiles most proto files, imports included; at least 1
 * @param maxBytes most bytes of all descriptors together; at least 1
 * @param timeout longest time that a server, or the compiler, is waited for
 */
public record IdlLimits(int maxFiles, int maxBytes, Duration timeout) {
    /** Some twenty times the largest IDLs in public: 10,000 files, 64 MiB, 30 seconds. */
    public static final IdlLimits DEFAULT = new IdlLimits(10_000, 64 << 20, Duration.ofSeconds(30));

    /** @throws IllegalArgumentException if a value is out of range */
    public IdlLimits {
        if (maxFiles < 1) throw new IllegalArgumentException("maxFiles: " + maxFiles + " (at least 1)");
        if (maxBytes < 1) throw new IllegalArgumentException("maxBytes: " + maxBytes + " (at least 1)");
        if (!timeout.isPositive()) throw new IllegalArgumentException("timeout: " + timeout + " (more than 0)");
    }

    void check(int files, long bytes, String where) throws IdlException {
        if (files > maxFiles) throw new IdlException("%s: more than %d proto files.".formatted(where, maxFiles));
        if (bytes > maxBytes) throw new IdlException("%s: more than %d bytes.".formatted(where, maxBytes));
    }
}
