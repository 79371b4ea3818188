package dev.perigee.grpc.gateway;

import dev.perigee.grpc.pushdown.Pushed;
import io.grpc.Metadata;

/**
 * What a service is told of a selection, as a call takes it. Not to be changed.
 *
 * @param fields of the request, encoded; empty for none
 * @param headers of the call
 */
record Told(byte[] fields, Metadata headers) {
    /** Of a service that can't be told. */
    static final Told NOTHING = new Told(new byte[0], new Metadata());

    static Told of(Pushed pushed) {
        Metadata headers = new Metadata();
        pushed.metadata()
                .forEach((name, value) -> headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        return new Told(pushed.request().toByteArray(), headers);
    }
}
