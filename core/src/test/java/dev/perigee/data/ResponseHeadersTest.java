package dev.perigee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {
    private final ResponseHeaders headers = new ResponseHeaders();

    @Test
    void keepsAllValuesOfANameOnce() {
        assertThat(headers.add("X-Cost", "1")).isTrue();
        assertThat(headers.add("x-cost", "2")).isTrue();
        assertThat(headers.add("x-cost", "1")).isTrue();
        assertThat(headers.toMap()).isEqualTo(Map.of("X-Cost", List.of("1", "2")));
        assertThat(headers.set("x-cost", "3")).isTrue();
        assertThat(headers.toMap().get("X-COST")).isEqualTo(List.of("3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length",
                "content-type",
                "Content-Encoding",
                "Transfer-Encoding",
                "Connection",
                "Keep-Alive",
                "Upgrade",
                "Trailer",
                "TE",
                "Host",
                "Date",
                "X-Content-Type-Options",
                ":status",
                "",
                "x y",
                "x:",
                "ü",
                "x\r\ny"
            })
    void refusesNamesThatAreNotItsOwn(String name) {
        assertThat(ResponseHeaders.isAllowed(name)).isFalse();
        assertThatThrownBy(() -> headers.add(name, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("header: " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nset-cookie: b", "a\nb", "a\u0000", " a", "a ", "ü", "\t", "a\u007f"})
    void refusesValuesThatCouldBecomeAnything(String value) {
        assertThatThrownBy(() -> headers.add("x-a", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header x-a: its value is not visible ASCII");
    }

    @Test
    void hasRoomForSoMuchOnly() {
        for (int i = 0; i < 400; i++) headers.add("x-" + i, "0123456789");
        assertThat(headers.add("x-last", "0123456789")).isFalse();
        int characters = headers.toMap().entrySet().stream()
                .mapToInt(
                        one -> one.getKey().length() + one.getValue().getFirst().length())
                .sum();
        assertThat(characters).isBetween(4000, 4096);
        assertThat(headers.set("x-0", "abcdefghij")).isTrue(); // what it replaces makes room
    }

    @Test
    void keepsTheLongestWait() {
        headers.retryAfter(Duration.ofMillis(1200));
        headers.retryAfter(Duration.ofMillis(100));
        assertThat(headers.toMap()).isEqualTo(Map.of("retry-after", List.of("2")));
        headers.retryAfter(Duration.ofSeconds(30));
        assertThat(headers.toMap()).isEqualTo(Map.of("retry-after", List.of("30")));
        headers.set("Retry-After", "Fri, 31 Dec 2027 23:59:59 GMT");
        headers.retryAfter(Duration.ofSeconds(60));
        assertThat(headers.toMap()).isEqualTo(Map.of("Retry-After", List.of("Fri, 31 Dec 2027 23:59:59 GMT")));
    }

    @Test
    void comesWithTheResponse() {
        Wiring wiring = Wiring.builder()
                .query("a", (arguments, context) -> tell(context, "a"))
                .query("b", (arguments, context) -> tell(context, "b"))
                .query("c", (arguments, context) -> {
                    tell(context, "c");
                    throw new ClientException("NOT_FOUND", "There is none.");
                })
                .build();
        Engine engine = Engine.builder(
                        Schema.of(Source.of("test.graphql", "type Query { a: String b: String c: String }")))
                .wiring(wiring)
                .build();
        assertThat(engine.execute(Request.of("{ a b }")).headers().get("x-told"))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(engine.execute(Request.of("{ c }")).headers()).isEqualTo(Map.of("x-told", List.of("c")));
        assertThat(engine.execute(Request.of("{ __typename }")).headers()).isEmpty();
        assertThat(engine.execute(Request.of("{ e }")).headers()).isEmpty();

        ResponseHeaders given = new ResponseHeaders();
        Response response = engine.execute(
                Request.builder("{ a }").value(ResponseHeaders.class, given).build());
        assertThat(given.toMap()).isEqualTo(Map.of("x-told", List.of("a"))).isEqualTo(response.headers());
    }

    private static String tell(Context context, String what) {
        context.value(ResponseHeaders.class).add("x-told", what);
        return what;
    }
}
