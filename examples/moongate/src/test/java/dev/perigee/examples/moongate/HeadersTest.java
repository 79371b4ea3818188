package dev.perigee.examples.moongate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Headers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which headers of a request reach which team. */
class HeadersTest {
    @Test
    void tokensAreForOurOwnServicesAndOtherHeadersForNone() throws Exception {
        try (var moongate = RunningMoongate.onPorts()) {
            String token = moongate.headersOf("ada").first("authorization");
            var headers = Headers.of(Map.of(
                    "authorization", List.of(String.valueOf(token)), "cookie", List.of("c=1"), "x-team", List.of("x")));
            assertThat(moongate.run("{ getPlayer(id: 1) { name score { points player { name } } } }", headers)
                            .errors())
                    .isEmpty();
            var calls = moongate.calls.take();
            assertThat(calls).hasSize(3);
            for (var call : calls) {
                assertThat(call.metadata().keys()).doesNotContain("cookie", "x-team");
                assertThat(call.metadata().keys().contains("authorization"))
                        .as(call.method())
                        .isEqualTo(call.method().startsWith("moongate."));
            }
        }
    }
}
