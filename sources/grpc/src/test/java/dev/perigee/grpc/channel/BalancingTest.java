package dev.perigee.grpc.channel;

import static dev.perigee.grpc.channel.ByteServer.METHOD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.data.ClientException;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several servers behind one upstream, and gRPC's own settings: retries, hedging, health checks. */
class BalancingTest {
    private static final byte[] HELLO = "hello".getBytes(UTF_8);
    private static final String RETRIES = """
        {"methodConfig": [{"name": [{"service": "test.Bytes"}], "retryPolicy": {
          "maxAttempts": 4, "initialBackoff": "0.01s", "maxBackoff": "0.1s", "backoffMultiplier": 2,
          "retryableStatusCodes": ["UNAVAILABLE"]}}]}
        """;
    private static final String HEDGING = """
        {"methodConfig": [
          {"name": [{"service": "acme.Users"}], "hedgingPolicy": {"maxAttempts": 2, "hedgingDelay": "1s"}},
          {"name": [{"service": "acme.Users", "method": "Charge"}], "timeout": "1s"}]}
        """;

    @Test
    void callsAllServersInTurn() throws Exception {
        try (ByteServer one = new ByteServer(ByteServer::echo);
                ByteServer other = new ByteServer(ByteServer::echo);
                Upstream upstream = Upstream.to("bytes", List.of(one.address(), other.address()))
                        .build()) {
            int made = 0;
            // Until both are connected, calls go to the one that is.
            while (one.calls.isEmpty() || other.calls.isEmpty()) {
                upstream.call(Call.of(METHOD, HELLO));
                made++;
            }
            int before = one.calls.size();
            for (int i = 0; i < 100; i++) upstream.call(Call.of(METHOD, HELLO));
            assertThat(one.calls.size() - before).isEqualTo(50);
            assertThat(one.calls.size() + other.calls.size()).isEqualTo(made + 100);
        }
    }

    @Test
    void leavesOutServersThatAreNotThere() throws Exception {
        try (ByteServer one = new ByteServer(ByteServer::echo);
                ByteServer other = new ByteServer(ByteServer::echo);
                Upstream upstream = Upstream.to("bytes", List.of(one.address(), "nowhere.invalid:1", other.address()))
                        .build()) {
            while (one.calls.isEmpty() || other.calls.isEmpty()) upstream.call(Call.of(METHOD, HELLO));
            one.close();
            int failed = 0;
            for (int i = 0; i < 100; i++) {
                try {
                    upstream.call(Call.of(METHOD, HELLO));
                } catch (ClientException e) {
                    failed++; // a call may be on its way while the connection ends
                }
            }
            assertThat(failed).isLessThan(3);
            assertThat(other.calls.size()).isGreaterThan(97);
        }
    }

    @Test
    void retriesByGrpcsOwnRules() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        ByteServer.Handler thirdTime = (request, headers, call) -> {
            if (attempts.incrementAndGet() < 3) call.close(Status.UNAVAILABLE, new Metadata());
            else ByteServer.echo(request, headers, call);
        };
        try (ByteServer server = new ByteServer(thirdTime);
                Upstream patient = server.upstream().serviceConfig(RETRIES).build();
                Upstream impatient = server.upstream().build()) {
            assertThat(patient.call(Call.of(METHOD, HELLO)).message()).isEqualTo(HELLO);
            assertThat(attempts.get()).isEqualTo(3);
            attempts.set(0);
            ClientException error =
                    catchThrowableOfType(ClientException.class, () -> impatient.call(Call.of(METHOD, HELLO)));
            assertThat(error.code()).isEqualTo("UNAVAILABLE");
            assertThat(attempts.get()).isEqualTo(1);
        }
    }

    @Test
    void refusesToHedgeWhatMustHappenOnce() {
        Method read = Method.named("acme.Users/GetUser", MethodType.UNARY, true);
        Method write = Method.named("acme.Users/CreateUser", MethodType.UNARY, false);
        Method excepted = Method.named("acme.Users/Charge", MethodType.UNARY, false);
        Method other = Method.named("acme.Orders/Order", MethodType.UNARY, false);
        try (Upstream upstream = Upstream.to("users", List.of("localhost:1"))
                .serviceConfig(HEDGING)
                .build()) {
            upstream.check(List.of(read, excepted, other));
            assertThatThrownBy(() -> upstream.check(List.of(read, write)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The service config of users has a hedgingPolicy for acme.Users/CreateUser, which may do"
                                    + " its work twice then. Give a retryPolicy instead, or set idempotency_level.");
        }
    }

    @Test
    void saysWhatIsWrongInAServiceConfig() {
        UpstreamBuilder builder = Upstream.to("a", List.of("localhost:1"));
        assertThatThrownBy(() -> builder.serviceConfig("{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("serviceConfig: ");
        assertThatThrownBy(() -> builder.serviceConfig("[1]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("serviceConfig: ");
        assertThatThrownBy(() -> builder.serviceConfig("")).hasMessage("serviceConfig: empty (a JSON object)");
        assertThatThrownBy(() -> builder.serviceConfig("{\"methodConfig\": 7}").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("serviceConfig: value '7.0' for key 'methodConfig'")
                .hasMessageEndingWith("is not List");
    }

    @Test
    void takesNumbersOfEveryKind() {
        Map<String, Object> retries = Map.of(
                "maxAttempts",
                3,
                "initialBackoff",
                "1s",
                "maxBackoff",
                "1s",
                "backoffMultiplier",
                1.5f,
                "retryableStatusCodes",
                List.of("UNAVAILABLE"));
        Map<String, Object> config = Map.of(
                "methodConfig", List.of(Map.of("name", List.of(Map.of("service", "a.B")), "retryPolicy", retries)));
        Upstream.to("a", List.of("localhost:1")).serviceConfig(config).build().close();
    }

    @Test
    void callsOnlyServersThatSayTheyServe() throws Exception {
        HealthStatusManager health = new HealthStatusManager();
        health.setStatus("test.Bytes", ServingStatus.NOT_SERVING);
        try (ByteServer ill =
                        new ByteServer(0, ByteServer::echo, builder -> builder.addService(health.getHealthService()));
                ByteServer well = new ByteServer(ByteServer::echo); // which has no health service: taken for healthy
                Upstream upstream = Upstream.to("bytes", List.of(ill.address(), well.address()))
                        .healthCheck("test.Bytes")
                        .build()) {
            for (int i = 0; i < 100; i++) upstream.call(Call.of(METHOD, HELLO));
            assertThat(ill.calls).isEmpty();
            assertThat(well.calls).hasSize(100);

            health.setStatus("test.Bytes", ServingStatus.SERVING);
            while (ill.calls.isEmpty()) upstream.call(Call.of(METHOD, HELLO).withDeadline(Duration.ofSeconds(20)));
        }
    }
}
