package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.Caller;
import dev.perigee.data.Fetch;
import dev.perigee.data.SourceRun;
import dev.perigee.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Access rules where the engine does not obtain each field by itself: streams, and sources that write whole subtrees. */
class AccessSubscriptionTest {
    private static final String SCHEMA = """
        type Query { remote: Remote number: Int }
        type Remote { id: ID secret: String @authenticated hidden: String @authenticated(otherwise: NULL) }
        type Subscription { event: Event @requiresRoles(roles: ["listener"]) open: Event }
        type Event { id: Int secret: Int @authenticated }
        """ + AccessDirectives.SDL;

    private static final Caller ANNA = Caller.named("Anna");

    private final List<String> calls = new ArrayList<>();

    private TestGraph graph(Caller caller) {
        return TestGraph.of(
                        SCHEMA,
                        wiring -> wiring.subscription("event", (arguments, context) -> stream("event"))
                                .subscription("open", (arguments, context) -> stream("open"))
                                .source(field -> field.responseName().equals("remote") ? new Remote() : null))
                .with(request -> request.value(Caller.class, caller));
    }

    private Flow.Publisher<Object> stream(String name) {
        calls.add(name);
        SubmissionPublisher<Object> events = new SubmissionPublisher<>();
        return subscriber -> {
            events.subscribe(subscriber);
            events.submit(Map.of("id", 1, "secret", 2));
            events.close();
        };
    }

    private final class Remote implements Fetch {
        @Override
        public List<?> fetch(List<Object> parents, SourceRun run) {
            calls.add("remote");
            return parents.stream().map(parent -> "").toList();
        }

        @Override
        public void write(Object value, SourceRun run, JsonWriter out) {
            out.raw("{}".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String source() {
            return "remote";
        }

        @Override
        public String describe() {
            return "Remote/Get";
        }
    }

    private static List<String> responses(TestGraph graph, String document) throws InterruptedException {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        graph.engine().subscribe(graph.request(document)).subscribe(new Flow.Subscriber<Response>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Response response) {
                received.add(TestGraph.describe(response));
            }

            @Override
            public void onError(Throwable e) {
                received.add(e.toString());
            }

            @Override
            public void onComplete() {
                received.add("end");
            }
        });
        List<String> all = new ArrayList<>();
        while (all.isEmpty() || !all.getLast().equals("end")) {
            String next = received.poll(10, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("Nothing after " + all);
            all.add(next);
        }
        return all;
    }

    @Test
    void a_subscription_is_denied_before_it_begins() throws InterruptedException {
        assertThat(responses(graph(Caller.ANONYMOUS), "subscription { event { id } }"))
                .containsExactly("no data\nUNAUTHENTICATED event @1:16: Sign in to use Subscription.event.", "end");
        assertThat(calls).isEmpty();
        assertThat(responses(graph(ANNA.withRoles("listener")), "subscription { event { id secret } }"))
                .containsExactly("{'event':{'id':1,'secret':2}}", "end");
    }

    @Test
    void fields_of_events_are_denied_one_by_one() throws InterruptedException {
        assertThat(responses(graph(Caller.ANONYMOUS), "subscription { open { id secret } }"))
                .containsExactly(
                        "{'open':{'id':1,'secret':null}}\n"
                                + "UNAUTHENTICATED open.secret @1:26: Sign in to use Event.secret.",
                        "end");
    }

    @Test
    void a_source_that_writes_a_subtree_is_not_asked_where_a_part_of_it_is_denied() {
        assertThat(graph(Caller.ANONYMOUS).outcome("{ remote { id } }")).isEqualTo("{'remote':{}}");
        calls.clear();
        assertThat(graph(Caller.ANONYMOUS).outcome("{ remote { id secret } }"))
                .isEqualTo("{'remote':null}\nUNAUTHENTICATED remote @1:3: Sign in to use Remote.secret.");
        assertThat(graph(Caller.ANONYMOUS).outcome("{ remote { id hidden } }"))
                .isEqualTo("{'remote':null}\nUNAUTHENTICATED remote @1:3: Sign in to use Remote.hidden.");
        assertThat(calls).isEmpty();
        assertThat(graph(ANNA).outcome("{ remote { id secret } }")).isEqualTo("{'remote':{}}");
        assertThat(calls).containsExactly("remote");
    }
}
