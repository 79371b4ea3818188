package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.server.GraphServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists that are read while they arrive. */
@Timeout(60)
class StreamTest {
    private static final Operation<?> ITEMS = Operation.of("{ page { items { title } } }");

    record Item(String title) {}

    @Test
    void elements_of_a_real_server() {
        record Title(String title) {}
        try (GraphServer server = TodoGraph.serve();
                Client client = Client.connect(server.uri().resolve("graphql").toString())) {
            Operation<?> todos = Operation.of("query Q($n: Int) { todos(first: $n) { total nodes { title } } }")
                    .variable("n", 20_000);
            try (Stream<Title> titles = client.stream(todos, "todos.nodes", Title.class)) {
                assertThat(titles.skip(19_999)).containsExactly(new Title("Title 19999"));
            }
        }
    }

    @Test
    void an_endless_list_is_received_as_far_as_it_is_read() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (RawServer server = RawServer.answering((request, out) -> {
                    out.write((RawServer.open("application/json") + "{\"data\":{\"page\":{\"items\":[{\"title\":\"a\"}")
                            .getBytes(UTF_8));
                    byte[] more = ",{\"title\":\"b\"}".repeat(500).getBytes(UTF_8);
                    while (true) {
                        out.write(more);
                        sent.addAndGet(more.length);
                    }
                });
                Client client =
                        Client.builder(server.uri()).maxReplyBytes(50_000).build()) {
            try (Stream<Item> items = client.stream(ITEMS, "page.items", Item.class)) {
                assertThat(items.limit(100_000).count()).isEqualTo(100_000);
            }
            assertThat(server.isAbandoned()).isTrue();
            assertThat(sent.get()).isLessThan(100_000L * 14 + (64 << 20)); // what sockets and buffers hold
        }
    }

    @Test
    void errors_surface_behind_the_last_element() {
        assertThat(titles(
                        "{\"data\":{\"x\":{\"items\":[]},\"page\":{\"total\":[1],\"items\":[{\"title\":\"a\"}],\"z\":[{}]}},"
                            + "\"errors\":[{\"message\":\"No.\"}]}"))
                .containsExactly("a", "ExecutionErrorsException: No.");
        assertThat(titles("{\"errors\":[{\"message\":\"No.\"}],\"data\":{\"page\":{\"items\":[{\"title\":\"a\"}]}}}"))
                .containsExactly("a", "ExecutionErrorsException: No.");
    }

    @Test
    void lists_that_are_not_there() {
        assertThat(titles("{\"data\":{\"page\":{\"items\":[]}}}")).isEmpty();
        assertThat(titles("{\"data\":{\"page\":{\"items\":null}}}")).isEmpty();
        assertThat(titles("{\"data\":{\"page\":null},\"errors\":[{\"message\":\"No.\"}]}"))
                .containsExactly("ExecutionErrorsException: No.");
        assertThat(titles("{\"data\":null,\"errors\":[{\"message\":\"No.\"}]}"))
                .containsExactly("ExecutionErrorsException: No.");
        assertThat(titles("{\"errors\":[{\"message\":\"No.\"}]}")).containsExactly("RequestErrorException: No.");
        assertThat(titles("{\"data\":{\"pages\":{}}}")).containsExactly(unreadable("page is not in the data"));
        assertThat(titles("{\"data\":{\"page\":{\"items\":{}}}}"))
                .containsExactly(unreadable("page.items must be a list"));
        assertThat(titles("{\"data\":{\"page\":[]}}")).containsExactly(unreadable("page must be an object"));
        assertThat(titles("{}")).containsExactly(unreadable("it has neither data nor errors"));
    }

    @Test
    void what_breaks_off_says_so() {
        assertThat(titles("{\"data\":{\"page\":{\"items\":[{\"title\":\"a\"},{\"title\":"))
                .containsExactly(
                        "a",
                        unreadable("it is not valid JSON at line 1, column 50: Unexpected end-of-input"
                                + " within/between Object entries"));
        assertThat(titles("{\"data\":{\"page\":{\"items\":[{\"title\":7},{\"titel\":\"b\"}]}}}"))
                .hasSize(2)
                .last()
                .asString()
                .contains("page.items[1].title does not fit");
    }

    @Test
    void an_element_too_large_is_given_up() {
        try (RawServer server = RawServer.answering((request, out) -> {
                    out.write((RawServer.open("application/json") + "{\"data\":{\"page\":{\"items\":[{\"title\":\"")
                            .getBytes(UTF_8));
                    byte[] more = "a".repeat(8_192).getBytes(UTF_8);
                    while (true) out.write(more);
                });
                Client client =
                        Client.builder(server.uri()).maxReplyBytes(100_000).build()) {
            assertThatThrownBy(
                            () -> client.stream(ITEMS, "page.items", Item.class).count())
                    .isInstanceOf(TransportException.class)
                    .hasMessageEndingWith(
                            "one element of it has more than 100,000 bytes, which is what a reply may have"
                                    + " (maxReplyBytes).");
        }
    }

    @Test
    void silence_in_the_middle_ends_it() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = RawServer.answering((request, out) -> {
                    out.write(
                            (RawServer.open("application/json") + "{\"data\":{\"page\":{\"items\":[{\"title\":\"a\"},")
                                    .getBytes(UTF_8));
                    out.flush();
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
                Client client = Client.builder(server.uri())
                        .timeout(Duration.ofMillis(500))
                        .build()) {
            Iterator<Item> items =
                    client.stream(ITEMS, "page.items", Item.class).iterator();
            assertThat(items.next()).isEqualTo(new Item("a"));
            assertThatThrownBy(items::hasNext)
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining(": nothing more of the answer came within ");
            over.countDown();
        }
    }

    @Test
    void pages_are_no_lists() {
        try (RawServer server = RawServer.answering(RawServer.http(200, "text/html", "<p>hello</p>"));
                Client client = Client.builder(server.uri()).build()) {
            assertThatThrownBy(() -> client.stream(ITEMS, "page.items", Item.class))
                    .isInstanceOf(TransportException.class)
                    .hasMessageEndingWith("Its type: text/html. It begins with: <p>hello</p>");
        }
        try (RawServer server = RawServer.answering(RawServer.http(500, "text/html", "<p>hello</p>"));
                Client client = Client.builder(server.uri()).build()) {
            assertThatThrownBy(() -> client.stream(ITEMS, "page.items", Item.class))
                    .isInstanceOf(TransportException.class)
                    .hasMessageEndingWith("Its type: text/html. It begins with: <p>hello</p>");
        }
    }

    private static String unreadable(String reason) {
        return "TransportException: (server) answered 200 with what can't be read: " + reason + ".";
    }

    /** The titles that come, and what ends them if that is an exception. */
    private static List<String> titles(String body) {
        List<String> titles = new ArrayList<>();
        try (RawServer server = RawServer.answering(RawServer.http(200, "application/json", body));
                Client client = Client.builder(server.uri()).build()) {
            try (Stream<Item> items = client.stream(ITEMS, "page.items", Item.class)) {
                items.forEach(item -> titles.add(item.title()));
            } catch (GraphqlException e) {
                titles.add(e.getClass().getSimpleName() + ": " + e.getMessage().replace(server.shownUri(), "(server)"));
            }
        }
        return titles;
    }
}
