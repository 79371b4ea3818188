package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Binding;
import dev.perigee.data.ClientException;
import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.data.SourceRun.EndAction;
import dev.perigee.data.Wiring;
import dev.perigee.language.Source;
import dev.perigee.schema.SchemaReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a source has done at the end of a mutation's root field: the commit of a transaction. */
class EndOfFieldTest {
    private static final String SCHEMA = """
        type Query { name: String }
        type Mutation { write: Written }
        type Written { name: String wait: Boolean }
        """;

    private final List<String> events = new ArrayList<>();

    /** Gives a value at once, and registers an action. */
    private record Writer(EndAction atEnd) implements LoadSource, PlannedLoad {
        @Override
        public Object mergeKey(SelectedField field) {
            return field;
        }

        @Override
        public PlannedLoad plan(List<? extends SelectedField> fields) {
            return this;
        }

        @Override
        public int load(List<? extends Feed> feeds, SourceRun run) {
            feeds.getFirst().complete(new Object[] {Map.of("name", "new")});
            run.atEndOfField(atEnd);
            return 1;
        }

        @Override
        public String source() {
            return "writer";
        }

        @Override
        public String describe() {
            return "writes";
        }
    }

    private Response run(String document, EndAction atEnd) {
        Supplier<Boolean> forever = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                events.add("interrupted");
            }
            return true;
        };
        Wiring wiring = Wiring.builder()
                .sourced("Mutation", "write", new Binding.LoadFrom(new Writer(atEnd)))
                .function("Written.name", (parent, arguments, context, info) -> {
                    events.add("name");
                    return "new";
                })
                .function("Written.wait", (parent, arguments, context, info) -> forever)
                .build();
        Engine engine = Engine.builder(
                        SchemaReader.from(Source.of("schema", SCHEMA)).read())
                .wiring(wiring)
                .build();
        return engine.execute(
                Request.builder(document).timeout(Duration.ofMillis(300)).build());
    }

    @Test
    void comesWhenAllBelowIsThere() {
        Response response = run("mutation { one: write { name } two: write { name } }", () -> events.add("end"));
        assertThat(response.toString()).isEqualTo("{\"data\":{\"one\":{\"name\":\"new\"},\"two\":{\"name\":\"new\"}}}");
        assertThat(events).containsExactly("name", "end", "name", "end");
    }

    @Test
    void failsTheFieldIfItFails() {
        Response response = run("mutation { write { name } }", () -> {
            throw new ClientException("REFUSED", "No.");
        });
        assertThat(response.asMap().get("data")).isEqualTo(Collections.singletonMap("write", null));
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).isEqualTo("No.");
            assertThat(error.path()).containsExactly("write");
        });
    }

    @Test
    void doesNotComeOnceTheTimeIsUpAndFailsTheField() {
        Response response = run("mutation { write { wait } }", () -> events.add("end"));
        assertThat(response.asMap().get("data")).isEqualTo(Collections.singletonMap("write", null));
        assertThat(response.errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.extensions()).containsEntry("code", "DEADLINE_EXCEEDED"));
        assertThat(events).doesNotContain("end");
    }
}
