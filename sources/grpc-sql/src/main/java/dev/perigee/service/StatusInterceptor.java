package dev.perigee.service;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/**
 * Makes statuses of what services throw, or end a call with: a {@link dev.perigee.data.ClientException} keeps its message
 * and gets the status that its code stands for, such as {@code PERMISSION_DENIED} for {@code FORBIDDEN}; anything else is
 * logged, and the client is told {@code INTERNAL} with the id of the entry. Statuses that a service sets itself stay as
 * they are. Thread-safe.
 */
public final class StatusInterceptor implements ServerInterceptor {
    @Override
    public <Q, P> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
        ToldCall<Q, P> told = new ToldCall<>(call);
        ServerCall.Listener<Q> listener;
        try {
            listener = next.startCall(told, headers);
        } catch (RuntimeException e) {
            told.fail(e);
            return new ServerCall.Listener<>() {};
        }
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onMessage(Q message) {
                told.run(() -> super.onMessage(message));
            }

            @Override
            public void onHalfClose() {
                told.run(super::onHalfClose);
            }

            @Override
            public void onReady() {
                told.run(super::onReady);
            }
        };
    }

    /** A call that is closed once. Of the threads that serve it, one at a time. */
    private static final class ToldCall<Q, P> extends SimpleForwardingServerCall<Q, P> {
        private boolean isClosed;

        ToldCall(ServerCall<Q, P> call) {
            super(call);
        }

        void run(Runnable action) {
            try {
                action.run();
            } catch (RuntimeException e) {
                fail(e);
            }
        }

        void fail(RuntimeException thrown) {
            if (!isClosed) close(of(thrown), new Metadata());
        }

        @Override
        public void close(Status status, Metadata trailers) {
            isClosed = true;
            Throwable cause = status.getCause();
            super.close(cause != null && status.getCode() == Status.Code.UNKNOWN ? of(cause) : status, trailers);
        }

        private Status of(Throwable thrown) {
            return Statuses.of(thrown, getMethodDescriptor().getFullMethodName());
        }
    }
}
