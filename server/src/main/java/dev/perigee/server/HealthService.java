package dev.perigee.server;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.function.BooleanSupplier;

/** Whether to send requests here: {@code ready} with 200, {@code stopping} with 503. */
final class HealthService implements HttpService {
    private final BooleanSupplier isStopping;

    HealthService(BooleanSupplier isStopping) {
        this.isStopping = isStopping;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        return isStopping.getAsBoolean()
                ? answer(HttpStatus.SERVICE_UNAVAILABLE, "stopping")
                : answer(HttpStatus.OK, "ready");
    }

    private static HttpResponse answer(HttpStatus status, String state) {
        return HttpResponse.of(
                HttpAnswers.headers(status, MediaType.JSON_UTF_8).build(),
                HttpData.ofUtf8("{\"status\":\"" + state + "\"}"));
    }
}
