package dev.perigee.grpc.gateway;

import dev.perigee.grpc.pushdown.Pushed;
import io.grpc.Metadata;

/**
 * What a service is told of a selection, as a call takes it. Not to be changed.
 *
 * @param fields of the request, encoded; empty for none
 * @param headers of the call
 * @param isConstant whether it depends on no variables, so that requests with the same conditions are told the same
 */
record Told(byte[] fields, Metadata headers, boolean isConstant) {
    /** Of a service that can't be told. */
    static final Told NOTHING = new Told(new byte[0], new Metadata(), true);

    static Told of(Pushed pushed, boolean isConstant) {
        Metadata headers = new Metadata();
        pushed.metadata()
                .forEach((name, value) -> headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        return new Told(pushed.request().toByteArray(), headers, isConstant);
    }
}
