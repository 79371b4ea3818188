package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.List;

/** A call to be made for a relation. Of one thread at a time; calls of one relation may be made concurrently. */
public abstract sealed class RelationCall permits BatchCall, WholeCall {
    private final MethodDescriptor method;
    private final ByteString request;

    RelationCall(MethodDescriptor method, ByteString request) {
        this.method = method;
        this.request = request;
    }

    public MethodDescriptor method() {
        return method;
    }

    /** The request, as it goes over the wire. */
    public ByteString request() {
        return request;
    }

    /** How many keys it asks for; 1 without a batch. */
    public abstract int keys();

    /**
     * Takes over what is in the reply; if that can't be read, the call has failed.
     *
     * @param message as the {@link MessageReader} takes it
     */
    public final void reply(Object message) {
        try {
            take(message);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    abstract void take(Object message);

    /** The call has failed: with a status other than {@code NOT_FOUND}, or otherwise. */
    public abstract void fail(Throwable cause);

    /** The call ended with the status {@code NOT_FOUND}. Returns the calls to be made in its stead, most often none. */
    public abstract List<RelationCall> notFound(Throwable cause);
}
