package dev.perigee.grpc.wire;

import dev.perigee.data.ClientException;

/** What is wrong with a value of a reply. A reply may have many of them, so they have no stack trace. */
class WireException extends ClientException {
    private static final long serialVersionUID = 1;

    WireException(String code, String message) {
        super(code, message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
