package dev.perigee.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Document;
import dev.perigee.language.Field;
import dev.perigee.language.Location;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationType;
import dev.perigee.language.Parser;
import dev.perigee.language.RandomDocuments;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.RandomSchemas;
import dev.perigee.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the document, what comes out is problems. */
class FuzzTest {
    @Test
    void any_document_against_any_schema() {
        for (int seed = 0; seed < 40; seed++) {
            Schema schema = Schemas.of(RandomSchemas.sdl(seed, 1 + seed % 6));
            for (int i = 0; i < 20; i++) assertClean(schema, new RandomDocuments(1000L * seed + i).any());
        }
    }

    @Test
    void mutated_documents() {
        Set<ProblemCode> found = EnumSet.noneOf(ProblemCode.class);
        for (int seed = 0; seed < 40; seed++) {
            Schema schema = Schemas.of(RandomSchemas.sdl(seed, 1 + seed % 6));
            List<String> words = schema.types().stream().map(DefinedType::name).toList();
            for (int i = 0; i < 50; i++) {
                String text = RandomOperations.document(schema, i, 30);
                for (int times = 0; times <= i % 4; times++) text = Mutations.mutate(text, 100L * i + times, words);
                try {
                    assertClean(schema, Parser.parse(Source.of("", text)))
                            .forEach(problem -> found.add(problem.code()));
                } catch (SyntaxException exception) {
                    continue; // not for the validator
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(20); // of the kinds of problems, so that the documents are worth it
    }

    private static List<Problem> assertClean(Schema schema, Document document) {
        List<Problem> problems = Validator.validate(schema, document);
        assertThat(problems).hasSizeLessThanOrEqualTo(101);
        for (Problem problem : problems) {
            assertThat(problem.message())
                    .matches("(?s)[A-Z].*[.?…]")
                    .doesNotContain("null,")
                    .doesNotContain("dev.perigee");
            assertThat(problem.locations()).allMatch(location -> location.line() > 0 && location.column() > 0);
            assertThat(problem.extensions()).containsKey("code");
        }
        return problems;
    }

    @Test
    void a_document_made_in_code_that_is_nested_too_deep() {
        SelectionSet selections = new SelectionSet(List.of(field("name", null)), Location.NONE);
        for (int i = 0; i < 100_000; i++) {
            selections = new SelectionSet(List.of(field("owner", selections)), Location.NONE);
        }
        var operation = new OperationDefinition(
                null, OperationType.QUERY, null, List.of(), List.of(), selections, Location.NONE);
        Document document = new Document(List.of(operation), Location.NONE);
        assertThat(Validator.validate(Schemas.of(RuleCase.QUERIES), document))
                .last()
                .extracting(Problem::code, Problem::message)
                .containsExactly(ProblemCode.LIMIT_EXCEEDED, "The document is nested more than 1000 levels deep.");
    }

    private static Field field(String name, SelectionSet selections) {
        return new Field(null, name, List.of(), List.of(), selections, Location.NONE);
    }
}
