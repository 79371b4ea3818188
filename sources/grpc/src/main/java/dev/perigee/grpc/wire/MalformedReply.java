package dev.perigee.grpc.wire;

/** Bytes that are no message of protobuf, or none that is read to its end. */
final class MalformedReply extends WireException {
    private static final long serialVersionUID = 1;

    /** @param at where, in bytes of the reply; of merged messages, of what they were merged to */
    MalformedReply(String what, int at) {
        super(
                "MALFORMED_REPLY",
                "The service's reply is no valid protobuf: %s at byte %d. Does it use the same proto files?"
                        .formatted(what, at));
    }
}
