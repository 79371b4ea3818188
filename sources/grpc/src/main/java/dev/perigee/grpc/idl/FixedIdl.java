package dev.perigee.grpc.idl;

/** An IDL that is part of the program. */
record FixedIdl(Idl idl) implements IdlSource {
    @Override
    public Idl read() {
        return idl;
    }

    @Override
    public String fingerprint() {
        return "";
    }
}
