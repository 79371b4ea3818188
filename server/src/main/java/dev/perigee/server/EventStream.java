package dev.perigee.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.data.Caller;
import dev.perigee.execution.Response;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The responses of one operation as server-sent events. What is refused before an event is there is an ordinary answer with
 * its status. {@code complete} is only said if there is no more: a stream that ends without it was cut off, and its client
 * may ask again. Thread-safe.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">Distinct connections mode</a>
 */
final class EventStream implements ResponseSink {
    private static final byte[] NEXT = "event: next\ndata: ".getBytes(US_ASCII);
    private static final byte[] END = "\n\n".getBytes(US_ASCII);
    /** With a line of data, without which browsers leave an event out. */
    private static final HttpData COMPLETE = HttpData.ofAscii("event: complete\ndata: \n\n");

    private static final HttpData COMMENT = HttpData.ofAscii(":\n\n");

    private final ServiceRequestContext context;
    private final StreamSettings settings;
    private final @Nullable Caller caller;
    private final HttpResponseWriter out = HttpResponse.streaming();
    private final ClientWriter<HttpObject> writer;
    private final CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    private final CompletableFuture<Ending> over = new CompletableFuture<>();
    private boolean hasBegun;
    private boolean isStream;
    private boolean isStopping;
    private volatile long lastEvent = System.nanoTime();

    EventStream(ServiceRequestContext context, StreamSettings settings, @Nullable Caller caller) {
        this.context = context;
        this.settings = settings;
        this.caller = caller;
        this.writer = new ClientWriter<>(context, out, settings.maxStall(), () -> cut(Ending.STALLED));
    }

    /** @return the events, or what is said instead of them */
    CompletableFuture<HttpResponse> of(Delivery delivery) {
        ClientGone.cancel(context, over);
        over.whenComplete((how, gone) -> delivery.cancel(gone == null ? how : Ending.GONE));
        return answer;
    }

    /** When nothing is written any more. */
    CompletableFuture<Ending> over() {
        return over;
    }

    /** Ends it if it is a stream, now or later. */
    void stop() {
        synchronized (this) {
            isStopping = true;
            if (!isStream) return;
        }
        cut(Ending.STOPPED);
    }

    @Override
    public void opened() {
        beginEvents(Map.of());
        boolean isTooLate;
        synchronized (this) {
            isStream = true;
            isTooLate = isStopping;
        }
        if (isTooLate) {
            cut(Ending.STOPPED);
            return;
        }
        Duration left = Expiry.of(caller);
        if (left != null) after(left, () -> cut(Ending.EXPIRED));
        comment();
    }

    @Override
    public CompletableFuture<Void> next(Response response) {
        beginEvents(response.headers());
        return write(response);
    }

    @Override
    public void error(Response error) {
        boolean isAnswer;
        synchronized (this) {
            isAnswer = !hasBegun;
        }
        if (isAnswer) {
            end(HttpAnswers.of(error, Answer.GRAPHQL, context.method()));
        } else {
            write(error);
            complete();
        }
    }

    @Override
    public void complete() {
        writer.write(COMPLETE);
        cut(Ending.COMPLETE);
    }

    private void cut(Ending why) {
        out.close();
        writer.watchTheEnd();
        over.complete(why);
    }

    private void end(HttpResponse instead) {
        out.abort();
        over.complete(Ending.ERROR);
        answer.complete(instead);
    }

    private CompletableFuture<Void> write(Response response) {
        lastEvent = System.nanoTime();
        return writer.write(HttpData.wrap(Unpooled.wrappedBuffer(NEXT, response.bytes(), END)));
    }

    private void beginEvents(Map<String, List<String>> more) {
        synchronized (this) {
            if (hasBegun) return;
            hasBegun = true;
        }
        ResponseHeadersBuilder headers = HttpAnswers.headers(HttpStatus.OK, Answer.EVENTS.mediaType)
                .set("x-accel-buffering", "no"); // what nginx would wait for is a full buffer
        more.forEach(headers::set);
        out.write(headers.build());
        answer.complete(out);
    }

    /** Something from time to time, so that nobody in between takes the connection for dead. */
    private void comment() {
        if (over.isDone()) return;
        long left = settings.pingInterval().toNanos() - (System.nanoTime() - lastEvent);
        if (left <= 0) {
            lastEvent = System.nanoTime();
            writer.write(COMMENT);
            left = settings.pingInterval().toNanos();
        }
        after(Duration.ofNanos(left), this::comment);
    }

    private void after(Duration time, Runnable task) {
        var timer = context.eventLoop().withoutContext().schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
        over.whenComplete((nothing, failure) -> timer.cancel(false));
    }
}
