package dev.perigee.grpc.gateway;

import io.grpc.Metadata;

/**
 * What a service is told of a selection. Not to be changed.
 *
 * @param fields of the request, encoded; empty for none
 * @param headers of the call
 */
record Pushed(byte[] fields, Metadata headers) {
    /** A service that can't be told. */
    static final Pushed NOTHING = new Pushed(new byte[0], new Metadata());
}
