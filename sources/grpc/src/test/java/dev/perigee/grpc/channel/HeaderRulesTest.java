package dev.perigee.grpc.channel;

import static dev.perigee.grpc.channel.ByteServer.METHOD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request's headers a service sees, and what of its metadata a client sees: seen by a real server. */
class HeaderRulesTest {
    /** Rule, the request's headers, the metadata; several values are apart by a slash. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -                       | authorization=Bearer x; cookie=a; x-tenant=acme | -
        -                       | traceparent=00-1-2-01; TraceState=a=b; Baggage=k=v | baggage=k=v; traceparent=00-1-2-01; tracestate=a=b
        authorization           | Authorization=Bearer x; cookie=a                | authorization=Bearer x
        X-Tenant                | x-tenant=acme/other                             | x-tenant=acme/other
        x-tenant>acme-tenant    | X-TENANT=acme                                   | acme-tenant=acme
        x-a x-b                 | x-b=2; x-c=3                                    | x-b=2
        x-a                     | x-a=1; connection=close, X-A                    | -
        x-a                     | x-a=1; connection=close                         | x-a=1
        x-key-bin               | x-key-bin=AAEC                                  | x-key-bin=AAEC
        x-key-bin               | x-key-bin=AAEC,/w==                             | x-key-bin=AAEC//w==
        x-key-bin>other-bin     | x-key-bin=AAEC                                  | other-bin=AAEC
        x-key>x-key-bin         | x-key=AAEC                                      | x-key-bin=AAEC
        x-empty                 | x-empty=                                        | x-empty=
        traceparent>x-trace     | traceparent=00                                  | x-trace=00
        """)
    void forwardsWhatIsListed(String rules, String headers, String expected) throws Exception {
        HeaderRules.Builder builder = HeaderRules.builder();
        for (String rule : rules.equals("-") ? new String[0] : rules.split(" ")) {
            String[] names = rule.split(">");
            if (names.length == 1) builder.forward(rule);
            else builder.forwardAs(names[0], names[1]);
        }
        assertThat(seen(builder.build(), headers)).isEqualTo(expected.equals("-") ? "" : expected);
    }

    /** What arrives at a server beside what gRPC itself sends. */
    private static String seen(HeaderRules rules, String headers) throws InterruptedException {
        try (ByteServer server = new ByteServer(ByteServer::echo);
                Upstream upstream = server.upstream().headers(rules).build()) {
            upstream.call(Call.of(METHOD, new byte[0], TestContext.of(parsed(headers))));
            return written(server.nextCall());
        }
    }

    private static Map<String, List<String>> parsed(String headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (String header : headers.split("; ")) {
            String[] parts = header.split("=", 2);
            boolean isBinary = parts[0].endsWith("-bin");
            all.put(parts[0], isBinary ? List.of(parts[1]) : Arrays.asList(parts[1].split("/", -1)));
        }
        return all;
    }

    private static String written(Metadata metadata) {
        Map<String, String> all = new TreeMap<>();
        for (String name : metadata.keys()) {
            if (name.startsWith("grpc-") || name.equals("content-type") || name.equals("user-agent")) continue;
            StringBuilder values = new StringBuilder();
            if (HeaderName.isBinary(name)) {
                for (byte[] value : metadata.getAll(HeaderName.binary(name))) {
                    values.append('/').append(java.util.Base64.getEncoder().encodeToString(value));
                }
            } else {
                for (String value : metadata.getAll(HeaderName.text(name)))
                    values.append('/').append(value);
            }
            all.put(name, values.substring(1));
        }
        return String.join(
                "; ",
                all.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
    }

    @Test
    void addsConstantsAndMayLeaveOutTraces() throws Exception {
        HeaderRules rules = HeaderRules.builder()
                .constant("X-Caller", "graph")
                .withoutTraceContext()
                .build();
        assertThat(seen(rules, "traceparent=00; x-caller=me")).isEqualTo("x-caller=graph");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "Host",
                "content-length",
                "content-type",
                "te",
                "TE",
                "connection",
                "keep-alive",
                "upgrade",
                "transfer-encoding",
                "trailer",
                "proxy-authorization",
                "proxy-authenticate",
                "proxy-connection",
                "user-agent",
                "accept-encoding",
                "expect",
                "grpc-timeout",
                "GRPC-Encoding",
                "grpc-trace-bin",
                "grpc-status",
                ":path",
                "",
                "x y",
                "x:y",
                "ü"
            })
    void canNotBeToldToForwardWhatIsOfAConnection(String name) {
        assertThatThrownBy(() -> HeaderRules.builder().forward(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeaderRules.builder().forwardAs("x-fine", name))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeaderRules.builder().forwardAs(name, "x-fine"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeaderRules.builder().constant(name, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeaderRules.builder().giveBack(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsListedWrongly() {
        assertThatThrownBy(() -> HeaderRules.builder().forward("Host"))
                .hasMessage("metadata: Host (never forwarded: it is of the connection)");
        assertThatThrownBy(() -> HeaderRules.builder().forward("x y"))
                .hasMessage("metadata: x y (a-z, 0-9, -, _ and . only)");
        assertThatThrownBy(() -> HeaderRules.builder().giveBackAs("x-a", "Date"))
                .hasMessage("header: Date (not allowed)");
        assertThatThrownBy(() -> HeaderRules.builder().constant("x-a", "a\nb")).hasMessage("x-a: not visible ASCII");
        assertThatThrownBy(() -> HeaderRules.builder().constant("x-bin", "a"))
                .hasMessage("metadata: x-bin (text, not -bin)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        x-key-bin | "not base64!" | "The header x-key-bin must be base64."
        x-text    | "ümlaut"      | "The header x-text must be visible ASCII characters."
        x-text    | "a\u0001b"    | "The header x-text must be visible ASCII characters."
        """)
    void refusesValuesThatCanNotBeMetadata(String name, String value, String message) {
        HeaderRules rules = HeaderRules.builder().forward(name).build();
        ClientException error = catchThrowableOfType(
                ClientException.class, () -> rules.toMetadata(Headers.of(Map.of(name, List.of(value)))));
        assertThat(error.code()).isEqualTo("BAD_HEADER");
        assertThat(error).hasMessage(message);
    }

    @Test
    void refusesMoreThanAServerTakes() {
        HeaderRules rules =
                HeaderRules.builder().forward("x-a", "x-b").maxBytes(100).build();
        Headers small = Headers.of(Map.of("x-a", List.of("1".repeat(47)), "x-b", List.of("2".repeat(47))));
        assertThat(rules.toMetadata(small).keys()).containsExactlyInAnyOrder("x-a", "x-b");
        Headers large = Headers.of(Map.of("x-a", List.of("1".repeat(47)), "x-b", List.of("2".repeat(48))));
        assertThatThrownBy(() -> rules.toMetadata(large))
                .hasMessage("The headers for the service have 101 bytes (at most 100).");
    }

    @Test
    void givesBackWhatIsListedOfHeadersAndTrailers() throws Exception {
        Metadata first = ByteServer.metadata(Map.of("x-cost", "7", "x-secret", "s"));
        first.put(HeaderName.text("set-cookie"), "a=1");
        first.put(HeaderName.text("set-cookie"), "b=2");
        Metadata last = ByteServer.metadata(Map.of("x-cost", "8"));
        last.put(HeaderName.binary("x-token-bin"), new byte[] {0, 1, 2});
        HeaderRules rules = HeaderRules.builder()
                .giveBack("X-Cost", "set-cookie", "x-missing")
                .giveBackAs("x-token-bin", "X-Token")
                .build();
        ByteServer.Handler handler = (request, headers, call) -> {
            call.sendHeaders(first);
            call.sendMessage(request);
            call.close(Status.OK, last);
        };
        try (ByteServer server = new ByteServer(handler);
                Upstream upstream = server.upstream().headers(rules).build()) {
            TestContext context = TestContext.of(Map.of());
            upstream.call(Call.of(METHOD, "x".getBytes(UTF_8), context));
            assertThat(context.response.toMap())
                    .containsOnlyKeys("set-cookie", "x-cost", "x-token")
                    .containsEntry("x-cost", List.of("7", "8"))
                    .containsEntry("set-cookie", List.of("a=1", "b=2"))
                    .containsEntry("x-token", List.of("AAEC"));
        }
    }

    @Test
    void givesBackWhatIsListedOfErrorsToo() throws Exception {
        HeaderRules rules = HeaderRules.builder().giveBack("x-cost").build();
        ByteServer.Handler failing = ByteServer.failing(Status.NOT_FOUND, ByteServer.metadata(Map.of("x-cost", "9")));
        try (ByteServer server = new ByteServer(failing);
                Upstream upstream = server.upstream().headers(rules).build()) {
            TestContext context = TestContext.of(Map.of());
            assertThatThrownBy(() -> upstream.call(Call.of(METHOD, new byte[0], context)))
                    .isInstanceOf(ClientException.class);
            assertThat(context.response.toMap()).isEqualTo(Map.of("x-cost", List.of("9")));
        }
    }
}
