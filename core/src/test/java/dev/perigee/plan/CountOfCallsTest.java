package dev.perigee.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many calls an operation makes depends on the shape of its plan, never on the number of objects. */
class CountOfCallsTest {
    private static final Schema SCHEMA = Library.schema();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ authors { name mentor { name } friends { name books { title author { name } } } rating } }",
                "{ authors { books { reviews { author { mentor { friends { name } } } book { author { rating } } } } }"
                        + " }",
                "{ authors { friends { friends { friends { friends { mentor { name } } } } } } }",
                "{ search { ... on Author { mentor { rating } } ... on Book { author { rating } publisher { name } } }"
                        + " }",
                "{ authors { books { publisher { name } } mentor { books { publisher { name } } } } }",
                "mutation { a: rename(id: 1, name: \"A\") { friends { mentor { name } } } b: rename(id: 1, name:"
                        + " \"B\") { books { author { name } } } }",
            })
    void is_bounded_by_the_plan(String query) {
        int most = waits(query);
        Random random = new Random(7);
        for (int size : List.of(1, 2, 10, 100, 1_000)) {
            Library library = Library.random(random, size);
            Response response = library.engine(SCHEMA).execute(Request.of(query));
            assertThat(response.errors()).isEmpty();
            assertThat(library.countOfCalls()).as("calls for %d authors", size).isBetween(1, most);
        }
    }

    /** The batches of the plan, and what else it waits for. */
    private static int waits(String query) {
        Engine engine = Library.small().engine(SCHEMA);
        var document = Parser.parse(Source.of("query", query));
        Plan plan = engine.plan(
                document, (OperationDefinition) document.definitions().getFirst());
        return plan.batches().size() + waits(plan.root());
    }

    private static int waits(Place place) {
        int waits = 0;
        for (PlannedField field : place.fields()) {
            boolean isLoad = field.step() instanceof Step.Load || field.step() instanceof Step.LoadEach;
            if (field.step().waits() && !isLoad) waits++;
            for (Place child : field.children()) waits += waits(child);
        }
        return waits;
    }
}
