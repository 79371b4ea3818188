package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.List;

/** A call whose reply is for one {@link Slot}. */
final class WholeCall extends RelationCall {
    private final Slot slot;
    private final FieldPath result;
    private final Missing missing;
    private final MessageReader reader;

    WholeCall(
            MethodDescriptor method,
            ByteString request,
            Slot slot,
            FieldPath result,
            Missing missing,
            MessageReader reader) {
        super(method, request);
        this.slot = slot;
        this.result = result;
        this.missing = missing;
        this.reader = reader;
    }

    @Override
    public int keys() {
        return 1;
    }

    @Override
    void take(Object message) {
        slot.set(result.isRepeated() ? result.readAll(message, reader) : result.read(message, reader));
    }

    @Override
    public void fail(Throwable cause) {
        slot.fail(cause);
    }

    @Override
    public List<RelationCall> notFound(Throwable cause) {
        if (missing == Missing.ERROR) slot.fail(cause);
        return List.of();
    }
}
