package dev.perigee.grpc.channel;

import static dev.perigee.grpc.channel.ByteServer.METHOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.DebugInfo;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Help;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.QuotaFailure;
import com.google.rpc.RequestInfo;
import com.google.rpc.ResourceInfo;
import com.google.rpc.RetryInfo;
import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client is told of each status and its details, as servers send them. */
class StatusErrorsTest {
    private static final Metadata.Key<byte[]> DETAILS = HeaderName.binary("grpc-status-details-bin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CANCELLED           | 499 | The service has cancelled the call.
        UNKNOWN             | 500 | The service failed.
        INVALID_ARGUMENT    | 400 | said at users:50051
        DEADLINE_EXCEEDED   | 504 | The service did not answer in time.
        NOT_FOUND           | 404 | said at users:50051
        ALREADY_EXISTS      | 409 | said at users:50051
        PERMISSION_DENIED   | 403 | said at users:50051
        RESOURCE_EXHAUSTED  | 429 | said at users:50051
        FAILED_PRECONDITION | 400 | said at users:50051
        ABORTED             | 409 | said at users:50051
        OUT_OF_RANGE        | 400 | said at users:50051
        UNIMPLEMENTED       | 501 | The service does not know the method.
        INTERNAL            | 500 | The service failed.
        UNAVAILABLE         | 503 | The service is not available.
        DATA_LOSS           | 500 | The service failed.
        UNAUTHENTICATED     | 401 | said at users:50051
        """)
    void followsTheTable(String code, int httpStatus, String message) {
        Status status = Status.fromCode(Status.Code.valueOf(code)).withDescription("said at users:50051");
        ClientException error = told(StatusErrors.BY_TABLE, status, new Metadata());
        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessage(message);
        assertThat(StatusCode.httpStatus(code)).isEqualTo(httpStatus);
        assertThat(error.extensions().containsKey("id")).isEqualTo(message.equals("The service failed."));

        StatusErrors showing = StatusErrors.BY_TABLE.showing(EnumSet.allOf(Status.Code.class));
        ClientException shown = told(showing, status, new Metadata());
        assertThat(shown).hasMessage("said at users:50051");
        assertThat(shown.extensions()).isEmpty();
    }

    /** By a real call. */
    private static ClientException told(StatusErrors errors, Status status, Metadata trailers) {
        try (ByteServer server = new ByteServer(ByteServer.failing(status, trailers));
                Upstream upstream = server.upstream().errors(errors).build()) {
            return catchThrowableOfType(ClientException.class, () -> upstream.call(Call.of(METHOD, new byte[0])));
        }
    }

    private static Metadata details(Message... details) {
        com.google.rpc.Status.Builder status = com.google.rpc.Status.newBuilder();
        for (Message detail : details) status.addDetails(Any.pack(detail));
        Metadata trailers = new Metadata();
        trailers.put(DETAILS, status.build().toByteArray());
        return trailers;
    }

    private static final Message[] ALL = {
        BadRequest.newBuilder()
                .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                        .setField("user.email")
                        .setDescription("is no address")
                        .setReason("EMAIL"))
                .build(),
        ErrorInfo.newBuilder()
                .setReason("STOCK")
                .setDomain("shop.example")
                .putMetadata("b", "2")
                .putMetadata("a", "1")
                .build(),
        RetryInfo.newBuilder()
                .setRetryDelay(Duration.newBuilder().setSeconds(1).setNanos(500_000_000))
                .build(),
        QuotaFailure.newBuilder()
                .addViolations(
                        QuotaFailure.Violation.newBuilder().setSubject("user:1").setDescription("too many"))
                .build(),
        PreconditionFailure.newBuilder()
                .addViolations(PreconditionFailure.Violation.newBuilder()
                        .setType("TOS")
                        .setSubject("terms"))
                .build(),
        ResourceInfo.newBuilder()
                .setResourceType("User")
                .setResourceName("users/1")
                .build(),
        Help.newBuilder()
                .addLinks(Help.Link.newBuilder().setDescription("read this").setUrl("https://example.com"))
                .build(),
        LocalizedMessage.newBuilder().setLocale("de").setMessage("Nein").build(),
        DebugInfo.newBuilder()
                .addStackEntries("at Secret.java:1")
                .setDetail("secret")
                .build(),
        RequestInfo.newBuilder().setServingData("secret").build()
    };

    @Test
    void tellsTheDetailsThatAreMeantForClients() {
        ClientException error = told(StatusErrors.BY_TABLE, Status.FAILED_PRECONDITION, details(ALL));
        assertThat(error).hasMessage("Failed precondition.");
        assertThat(error.extensions())
                .isEqualTo(Map.of(
                        "fieldViolations",
                        List.of(Map.of("field", "user.email", "description", "is no address", "reason", "EMAIL")),
                        "reason",
                        "STOCK",
                        "domain",
                        "shop.example",
                        "metadata",
                        Map.of("a", "1", "b", "2"),
                        "retryAfterMillis",
                        1500L,
                        "quotaViolations",
                        List.of(Map.of("subject", "user:1", "description", "too many")),
                        "preconditionViolations",
                        List.of(Map.of("type", "TOS", "subject", "terms")),
                        "resource",
                        Map.of("type", "User", "name", "users/1"),
                        "links",
                        List.of(Map.of("description", "read this", "url", "https://example.com")),
                        "localizedMessage",
                        Map.of("locale", "de", "message", "Nein")));
        assertThat(StatusErrors.retryAfter(error)).isEqualTo(java.time.Duration.ofMillis(1500));
    }

    @Test
    void tellsOfADefectOnlyWhenToTryAgain() {
        ClientException error = told(StatusErrors.BY_TABLE, Status.INTERNAL.withDescription("secret"), details(ALL));
        assertThat(error.extensions()).containsOnlyKeys("id", "retryAfterMillis");
    }

    @Test
    void tellsTheResponseWhenToTryAgain() {
        try (ByteServer server = new ByteServer(ByteServer.failing(Status.UNAVAILABLE, details(ALL)));
                Upstream upstream = server.upstream().build()) {
            TestContext context = TestContext.of(Map.of());
            assertThatThrownBy(() -> upstream.call(Call.of(METHOD, new byte[0], context)))
                    .isInstanceOf(ClientException.class);
            assertThat(context.response.toMap()).isEqualTo(Map.of("retry-after", List.of("2")));
        }
    }

    @Test
    void keepsDetailsSmall() {
        BadRequest.Builder many = BadRequest.newBuilder();
        IntStream.range(0, 500).forEach(i -> many.addFieldViolationsBuilder().setField("f" + i));
        Metadata trailers = details(
                many.build(), ErrorInfo.newBuilder().setReason("x".repeat(5000)).build());
        ClientException error = direct(Status.INVALID_ARGUMENT.withDescription("y".repeat(100_000)), trailers);
        assertThat(error.getMessage()).hasSize(1025);
        assertThat((List<?>) error.extensions().get("fieldViolations")).hasSize(100);
        assertThat((String) error.extensions().get("reason")).hasSize(1025);
    }

    @Test
    void bearsDetailsOfAnyBytes() {
        Random random = new Random(11);
        byte[] good = details(ALL).get(DETAILS);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Metadata trailers = new Metadata();
            trailers.put(DETAILS, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            assertThat(direct(Status.NOT_FOUND.withDescription("gone"), trailers))
                    .hasMessage("gone");
        }
        Metadata huge = new Metadata();
        huge.put(DETAILS, new byte[1 << 20]);
        assertThat(direct(Status.NOT_FOUND, huge).extensions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "1, -1", "315576000000, 0"})
    void ignoresDelaysThatAreNone(long seconds, int nanos) {
        Duration delay =
                Duration.newBuilder().setSeconds(seconds).setNanos(nanos).build();
        Metadata trailers = details(RetryInfo.newBuilder().setRetryDelay(delay).build());
        assertThat(direct(Status.UNAVAILABLE, trailers).extensions()).isEmpty();
    }

    private static ClientException direct(Status status, Metadata trailers) {
        return StatusErrors.BY_TABLE.toError("users", METHOD, status, trailers);
    }

    /** Such statuses are made up of answers by something else than a gRPC server, with all that these say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UNAUTHENTICATED    | HTTP status code 401 headers: Metadata(server=secret) | Unauthenticated.
        PERMISSION_DENIED  | HTTP status code 403 <html>secret                      | Permission denied.
        RESOURCE_EXHAUSTED | HTTP/2 error code: ENHANCE_YOUR_CALM secret           | Resource exhausted.
        NOT_FOUND          |                                                       | Not found.
        """)
    void doesNotPassOnWhatTheTransportSays(Status.Code code, String description, String message) {
        assertThat(direct(Status.fromCode(code).withDescription(description), new Metadata()))
                .hasMessage(message);
    }

    @Test
    void asksTheHookFirst() {
        StatusErrors errors = StatusErrors.BY_TABLE.withHook((method, status, trailers) -> {
            if (status.getCode() == Status.Code.ABORTED) throw new IllegalStateException("a defect of the hook");
            return status.getCode() == Status.Code.INTERNAL
                    ? new ClientException("OURS", method.name() + " " + trailers.get(HeaderName.text("x-why")))
                    : null;
        });
        Metadata trailers = ByteServer.metadata(Map.of("x-why", "because"));
        ClientException ours = told(errors, Status.INTERNAL, trailers);
        assertThat(ours.code()).isEqualTo("OURS");
        assertThat(ours).hasMessage("test.Bytes/Call because");
        assertThat(told(errors, Status.NOT_FOUND, trailers).code()).isEqualTo("NOT_FOUND");
        assertThat(told(errors, Status.ABORTED, trailers).code()).isEqualTo("ABORTED");
    }

    @Test
    void logsOnceWhatClientsAreNotTold() {
        Logger logger = Logger.getLogger(StatusErrors.class.getName());
        List<LogRecord> records = new java.util.concurrent.CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            ClientException error = told(
                    StatusErrors.BY_TABLE, Status.INTERNAL.withDescription("secret\nINFO: forged"), new Metadata());
            told(StatusErrors.BY_TABLE, Status.NOT_FOUND.withDescription("for the client"), new Metadata());
            assertThat(records).hasSize(1);
            assertThat(records.getFirst().getMessage())
                    .isEqualTo("Internal error " + error.extensions().get("id")
                            + ": test.Bytes/Call of bytes ended with INTERNAL: secret INFO: forged");
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void knowsAnHttpStatusForEveryCode() {
        assertThat(StatusCode.httpStatus("BAD_HEADER")).isEqualTo(400);
        assertThat(StatusCode.httpStatus("RESPONSE_TOO_LARGE")).isEqualTo(502);
        assertThat(StatusCode.httpStatus("OF_A_HOOK")).isEqualTo(500);
        for (Status.Code code : Set.of(Status.Code.values())) {
            if (code != Status.Code.OK)
                assertThat(StatusCode.of(code).httpStatus()).isBetween(400, 599);
        }
    }
}
