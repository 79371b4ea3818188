package dev.perigee.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.language.Location;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.RandomSchemas;
import dev.perigee.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * We accept and reject what graphql-java does, but for what is listed here and in the cases of the rules. All that is
 * listed is overlooked by graphql-java:
 *
 * <ul>
 *   <li>A field that conflicts with {@code __typename} under the same response name: it compares only fields that types
 *       define.
 *   <li>{@code null} for the one field of a OneOf Input Object: it counts the fields, not their values.
 * </ul>
 */
class GraphqlJavaTest {
    @Test
    void mutated_documents_are_accepted_or_rejected_alike() {
        int accepted = 0;
        int rejected = 0;
        for (int seed = 0; seed < 40; seed++) {
            String sdl = RandomSchemas.sdl(seed, 2 + seed % 5);
            if (!GraphqlJava.accepts(sdl)) continue;
            Schema schema = Schemas.of(sdl);
            List<String> words = schema.types().stream().map(DefinedType::name).toList();
            for (int i = 0; i < 50; i++) {
                String valid = RandomOperations.document(schema, i, 20);
                Optional<Boolean> verdict = compare(sdl, Mutations.mutate(valid, i, words));
                if (verdict.isEmpty()) continue;
                if (verdict.get()) accepted++;
                else rejected++;
            }
        }
        assertThat(accepted).isGreaterThan(30);
        assertThat(rejected).isGreaterThan(400);
    }

    @Test
    void valid_documents_are_accepted_alike() {
        for (int seed = 0; seed < 30; seed++) {
            String sdl = RandomSchemas.sdl(seed, 2 + seed % 5);
            if (!GraphqlJava.accepts(sdl)) continue;
            for (int i = 0; i < 10; i++) {
                assertThat(compare(sdl, RandomOperations.document(Schemas.of(sdl), 100 + i, 50)))
                        .hasValue(true);
            }
        }
    }

    /** Whether both accept; empty if one of them can't parse it. */
    private static Optional<Boolean> compare(String sdl, String text) {
        List<Problem> ours;
        try {
            ours = Validator.validate(Schemas.of(sdl), Parser.parse(Source.of("", text)));
        } catch (SyntaxException exception) {
            return Optional.empty();
        }
        var theirs = GraphqlJava.validate(sdl, text);
        if (theirs.isEmpty()) return Optional.empty();
        boolean alike = ours.isEmpty() == theirs.get().isEmpty();
        assertThat(alike || ours.stream().anyMatch(GraphqlJavaTest::isOverlooked))
                .as("%s%nours: %s%ntheirs: %s", text, ours, theirs.get())
                .isTrue();
        return alike ? Optional.of(ours.isEmpty()) : Optional.empty();
    }

    private static boolean isOverlooked(Problem problem) {
        return switch (problem.code()) {
            case FIELDS_CONFLICT -> problem.locations().stream().anyMatch(GraphqlJavaTest::isTypename);
            case ONE_OF_NOT_SINGLE -> problem.message().endsWith("must be non-null.");
            default -> false;
        };
    }

    private static boolean isTypename(Location location) {
        byte[] source = location.source().bytes();
        String node = new String(source, location.start(), location.end() - location.start(), StandardCharsets.UTF_8);
        return node.matches("(?s)(\\w+\\s*:\\s*)?__typename.*");
    }

    @TestFactory
    Stream<DynamicTest> cases_of_the_rules() {
        return RuleCase.all()
                .map(one -> dynamicTest(one.rule() + ": " + one.title(), () -> {
                    boolean weAccept = one.problems().isEmpty();
                    boolean theyAccept = GraphqlJava.validate(one.sdl(), one.text(), one.validationRule())
                            .map(List::isEmpty)
                            .orElse(weAccept);
                    String expected = weAccept ? "accepts" : "rejects";
                    if (!one.differences().isEmpty())
                        expected = one.differences().getFirst().split("[ :]")[1];
                    assertThat(theyAccept ? "accepts" : "rejects").isEqualTo(expected);
                }));
    }
}
