package dev.perigee.sql.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import dev.perigee.sql.database.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimistic locking: a row is written only if nobody has written it since it was read. */
class VersionTest {
    private static final String DATABASES = "dev.perigee.sql.database.TestDatabases#all";
    private static final String ID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
    private static final String CREATE =
            "mutation { createPage(input: {id: \"" + ID + "\", title: \"One\"}) { id version } }";

    private static String update(String patch, String version) {
        return "mutation { updatePage(id: \"" + ID + "\", patch: " + patch + version + ") { title version } }";
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void countsWrites(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        assertThat(graph.answer(CREATE)).isEqualTo("{\"data\":{\"createPage\":{\"id\":\"" + ID + "\",\"version\":0}}}");
        assertThat(graph.answer(update("{title: \"Two\"}", "")))
                .isEqualTo("{\"data\":{\"updatePage\":{\"title\":\"Two\",\"version\":1}}}");
        assertThat(graph.answer(update("{title: \"Three\"}", ", version: 1")))
                .isEqualTo("{\"data\":{\"updatePage\":{\"title\":\"Three\",\"version\":2}}}");
        assertThat(graph.answer(update("{}", ", version: 2")))
                .as("nothing to write")
                .isEqualTo("{\"data\":{\"updatePage\":{\"title\":\"Three\",\"version\":2}}}");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void tellsAnotherVersionFromNoRow(TestDatabase database) {
        GamesGraph graph = GamesGraph.of(database);
        assertThat(graph.run(update("{title: \"Two\"}", ", version: 0")).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.extensions()).containsEntry("code", "NOT_FOUND"));
        graph.run(CREATE);
        graph.run(update("{title: \"Two\"}", ""));
        for (String patch : List.of("{title: \"Three\"}", "{}")) {
            assertThat(graph.run(update(patch, ", version: 0")).errors())
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.message())
                                .isEqualTo("The Page has another version by now. Read it again, and decide anew.");
                        assertThat(error.extensions())
                                .containsEntry("code", "CONFLICT")
                                .containsEntry("version", 1);
                    });
        }
        assertThat(graph.run(update("{title: \"Four\"}", ", version: null")).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.extensions()).containsEntry("code", "BAD_USER_INPUT"));
        assertThat(graph.rows("select \"title\", \"version\" from \"page\"")).containsExactly("Two 1");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void ofThoseThatWriteAtOnceOneSucceeds(TestDatabase database) throws Exception {
        GamesGraph graph = GamesGraph.of(database);
        graph.run(CREATE);
        int writers = 6;
        CyclicBarrier start = new CyclicBarrier(writers);
        try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
            Callable<Response> write = () -> {
                start.await();
                return graph.run(update("{title: \"Two\"}", ", version: 0"));
            };
            List<Future<Response>> answers = executor.invokeAll(Collections.nCopies(writers, write));
            int succeeded = 0;
            for (Future<Response> answer : answers) {
                if (answer.get().errors().isEmpty()) succeeded++;
                else assertThat(answer.get().errors().getFirst().extensions()).containsEntry("code", "CONFLICT");
            }
            assertThat(succeeded).isEqualTo(1);
        }
        assertThat(graph.rows("select \"version\" from \"page\"")).containsExactly("1");
    }
}
