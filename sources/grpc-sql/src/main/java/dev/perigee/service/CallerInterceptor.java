package dev.perigee.service;

import dev.perigee.data.Caller;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.function.Function;

/** Tells who makes a call, by its metadata: a token, or the certificate of a proxy. Thread-safe if its function is. */
public final class CallerInterceptor implements ServerInterceptor {
    /** The caller of the call that is served in a context. */
    public static final Context.Key<Caller> CALLER = Context.keyWithDefault("perigee-caller", Caller.ANONYMOUS);

    private final Function<? super Metadata, Caller> caller;

    private CallerInterceptor(Function<? super Metadata, Caller> caller) {
        this.caller = caller;
    }

    /**
     * @param caller asked once a call; {@link Caller#ANONYMOUS} for one that is not known. What it throws ends the call,
     *     as {@link StatusInterceptor} says
     */
    public static CallerInterceptor of(Function<? super Metadata, Caller> caller) {
        return new CallerInterceptor(caller);
    }

    /** Who makes the call that this thread serves; {@link Caller#ANONYMOUS} where nobody has told. */
    public static Caller caller() {
        return CALLER.get();
    }

    @Override
    public <Q, P> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
        Caller known;
        try {
            known = caller.apply(headers);
        } catch (RuntimeException e) {
            call.close(Statuses.of(e, call.getMethodDescriptor().getFullMethodName()), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        return Contexts.interceptCall(Context.current().withValue(CALLER, known), call, headers, next);
    }
}
