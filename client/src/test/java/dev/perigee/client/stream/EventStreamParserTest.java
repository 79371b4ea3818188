package dev.perigee.client.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the rules of the WHATWG, whatever the pieces in which a stream comes. */
class EventStreamParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data: a\\n\\n                       | :a",
                "data:a\\ndata: b\\ndata:\\n\\n      | :a\\nb\\n",
                "event: next\\ndata: {}\\n\\n        | next:{}",
                "event: next\\r\\ndata: {}\\r\\n\\r\\n | next:{}",
                "event: next\\rdata: {}\\r\\r        | next:{}",
                "\uFEFFdata: a\\n\\n                 | :a",
                "\uFEFF: hello\\ndata: a\\n\\n       | :a",
                ": a comment\\n:\\ndata: a\\n\\n     | :a",
                "id: 7\\nretry: 10\\nother: x\\nnocolon\\ndata: a\\n\\n | :a",
                "event: complete\\n\\n               | complete:",
                "event: complete\\ndata\\n\\n         | complete:",
                "data:  two spaces\\n\\n             | : two spaces",
                "data: é€😀\\n\\n                    | :é€😀",
                "\\n\\n\\n                           | ''",
                "data: without an end               | ''",
            })
    void reads(String stream, String events) throws IOException {
        byte[] bytes = stream.translateEscapes().getBytes(UTF_8);
        for (int pieces : new int[] {bytes.length, 1, 3}) {
            assertThat(String.join(";", read(bytes, pieces))).isEqualTo(events.translateEscapes());
        }
    }

    private static List<String> read(byte[] bytes, int length) throws IOException {
        List<String> events = new ArrayList<>();
        EventStreamParser parser =
                new EventStreamParser((type, data) -> events.add(type + ":" + new String(data, UTF_8)), 1_000);
        for (int start = 0; start < bytes.length; start += length) {
            parser.read(ByteBuffer.wrap(bytes, start, Math.min(length, bytes.length - start)));
        }
        return events;
    }

    @Test
    void an_event_is_bounded_and_comments_need_no_room() throws IOException {
        assertThat(read((":" + "x".repeat(100_000) + "\ndata: a\n\n").getBytes(UTF_8), 1_000))
                .containsExactly(":a");
        assertThatThrownBy(() -> read(("data: " + "x".repeat(2_000)).getBytes(UTF_8), 100))
                .isInstanceOf(IOException.class)
                .hasMessage("An event has more than 1000 bytes (maxEventBytes)");
        assertThatThrownBy(() -> read("data: x\n".repeat(1_000).getBytes(UTF_8), 100))
                .hasMessage("An event has more than 1000 bytes (maxEventBytes)");
        assertThatThrownBy(() -> read("x".repeat(2_000).getBytes(UTF_8), 100))
                .hasMessage("An event has more than 1000 bytes (maxEventBytes)");
    }
}
