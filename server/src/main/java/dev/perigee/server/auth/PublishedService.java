package dev.perigee.server.auth;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.AbstractHttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** JSON that is for everybody, and may be kept for a while. */
final class PublishedService extends AbstractHttpService {
    private final Json json;

    interface Json {
        String text() throws IOException;
    }

    PublishedService(Json json) {
        this.json = json;
    }

    /** On a thread that may wait, as keys may be in a file. */
    @Override
    protected HttpResponse doGet(ServiceRequestContext context, HttpRequest request) {
        return HttpResponse.of(CompletableFuture.supplyAsync(this::answer, Thread::startVirtualThread));
    }

    private HttpResponse answer() {
        ResponseHeaders headers = ResponseHeaders.builder(HttpStatus.OK)
                .contentType(MediaType.JSON_UTF_8)
                .set(HttpHeaderNames.CACHE_CONTROL, "public, max-age=300")
                .set(HttpHeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .build();
        try {
            return HttpResponse.of(headers, HttpData.ofUtf8(json.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
