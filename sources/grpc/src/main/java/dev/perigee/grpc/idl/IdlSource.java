package dev.perigee.grpc.idl;

/**
 * Where an IDL comes from, and can be read again when it has changed. Safe to share between threads; each call reads
 * anew, and blocks while it does.
 *
 * @see ProtoFiles
 * @see DescriptorSets
 * @see Reflection
 */
public interface IdlSource {
    /** @throws IdlException if there is none, or it is not usable */
    Idl read() throws IdlException;

    /**
     * A text that is another one when the IDL has changed. Who asks for it first and reads then, misses no change.
     *
     * @throws IdlException if there is no IDL now
     */
    String fingerprint() throws IdlException;

    /** One that never changes. */
    static IdlSource of(Idl idl) {
        return new FixedIdl(idl);
    }
}
