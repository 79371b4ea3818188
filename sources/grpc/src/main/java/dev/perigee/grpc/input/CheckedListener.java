package dev.perigee.grpc.input;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Passes on the requests that break no rule. The first that does ends the call; the service then sees nothing more. */
final class CheckedListener<Q, P> extends SimpleForwardingServerCallListener<Q> {
    private static final System.Logger LOG = System.getLogger(CheckedListener.class.getName());

    private final ValidationInterceptor rules;
    private final ServerCall<Q, P> call;
    private boolean isRefused;

    CheckedListener(ValidationInterceptor rules, ServerCall<Q, P> call, ServerCall.Listener<Q> next) {
        super(next);
        this.rules = rules;
        this.call = call;
    }

    @Override
    public void onMessage(Q request) {
        if (isRefused) return;
        StatusRuntimeException refusal = refusal(request);
        if (refusal == null) super.onMessage(request);
        else refuse(refusal.getStatus(), Objects.requireNonNullElseGet(refusal.getTrailers(), Metadata::new));
    }

    /** A rule that can't be applied refuses what it might have refused. */
    private @Nullable StatusRuntimeException refusal(Q request) {
        try {
            return rules.refusal(request);
        } catch (IllegalStateException | IllegalArgumentException brokenRule) {
            LOG.log(System.Logger.Level.ERROR, "A request can't be checked", brokenRule);
            return Status.INTERNAL
                    .withDescription("The request can't be checked.")
                    .asRuntimeException();
        }
    }

    private void refuse(Status status, Metadata trailers) {
        isRefused = true;
        call.close(status, trailers);
    }

    @Override
    public void onHalfClose() {
        if (!isRefused) super.onHalfClose();
    }
}
