package dev.perigee.grpc.idl;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** One stream of questions, each with one answer. Holds no more answers than were asked for. One thread asks. */
final class ReflectionCall extends ClientCall.Listener<ServerReflectionResponse> implements AutoCloseable {
    private final ClientCall<ServerReflectionRequest, ServerReflectionResponse> call;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private ReflectionCall(ClientCall<ServerReflectionRequest, ServerReflectionResponse> call) {
        this.call = call;
    }

    static ReflectionCall start(
            Channel channel,
            MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse> method,
            IdlLimits limits,
            Deadline deadline) {
        CallOptions options = CallOptions.DEFAULT
                .withDeadline(deadline)
                .withExecutor(Runnable::run) // an answer only goes into a queue
                .withMaxInboundMessageSize(limits.maxBytes());
        ReflectionCall call = new ReflectionCall(channel.newCall(method, options));
        call.call.start(call, new Metadata());
        return call;
    }

    /** All at once, since the way to a server and back is what takes the time. In the order of the questions. */
    List<ServerReflectionResponse> ask(List<ServerReflectionRequest> questions) throws ReflectionFailure {
        call.request(questions.size());
        questions.forEach(call::sendMessage);
        List<ServerReflectionResponse> answers = new ArrayList<>();
        while (answers.size() < questions.size()) answers.add(next());
        return answers;
    }

    private ServerReflectionResponse next() throws ReflectionFailure {
        try {
            Event event = events.take(); // the deadline ends it
            if (event.answer() != null) return event.answer();
            Status end = event.end();
            if (end != null && !end.isOk()) throw new ReflectionFailure(end);
            throw new ReflectionFailure(Status.UNKNOWN.withDescription("the server ended the call too early"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReflectionFailure(
                    Status.CANCELLED.withDescription("interrupted").withCause(e));
        }
    }

    @Override
    public void onMessage(ServerReflectionResponse answer) {
        events.add(new Event(answer, null));
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        events.add(new Event(null, status));
    }

    @Override
    public void close() {
        call.cancel("All is known.", null);
    }

    private record Event(
            @Nullable ServerReflectionResponse answer,
            @Nullable Status end) {}
}
