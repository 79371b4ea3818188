package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.perigee.language.Source;
import graphql.GraphQLException;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Accepts and rejects what graphql-java does. Each deliberate difference is said with its reason. */
class SchemaDifferentialTest {
    @TestFactory
    Stream<DynamicTest> the_cases_of_the_rules() {
        return RuleCase.all().map(one -> dynamicTest(one.rule() + ": " + one.title(), () -> check(one)));
    }

    private static void check(RuleCase one) {
        String theirs = graphqlJava(one.sdl());
        boolean accepted = theirs.isEmpty();
        if (accepted == one.expected().isEmpty()) {
            assertThat(one.differences()).as("no difference from graphql-java").isEmpty();
        } else {
            String difference = accepted ? "graphql-java accepts: " : "graphql-java rejects: ";
            assertThat(one.differences())
                    .as("graphql-java says: " + theirs)
                    .singleElement()
                    .asString()
                    .startsWith(difference);
        }
    }

    /** What one of us rejects, and why the other does not. */
    private static final Map<Pattern, String> KNOWN_DIFFERENCES = Map.of(
            Pattern.compile("theirs: .*is defined as '(.*Union.*)!?' type and not as", Pattern.DOTALL),
            "graphql-java does not see that a non-null union is a subtype of the union",
            Pattern.compile(
                    "theirs: .*(arguments defined via interface|argument '.*' is defined differently)", Pattern.DOTALL),
            "graphql-java wants the default value of the interface's argument too; the edition, its type only",
            Pattern.compile("ours: .*can have no value", Pattern.DOTALL),
            "graphql-java doesn't ask whether a OneOf input object can have a value",
            Pattern.compile("ours: .*needs itself", Pattern.DOTALL),
            "graphql-java doesn't look for cycles of default values");

    @Test
    void valid_schemas() {
        for (long seed = 0; seed < 40; seed++) {
            String sdl = RandomSchemas.sdl(seed, 1 + (int) (seed % 8));
            assertThat(ours(sdl)).isEmpty();
            assertThat(difference(sdl)).as("seed %d", seed).isEmpty();
        }
    }

    /** More of them with {@code -Dmutations=10000}. */
    @Test
    void broken_schemas() {
        int rejected = 0;
        int count = Integer.getInteger("mutations", 200);
        for (long seed = 0; seed < count; seed++) {
            String sdl = RandomSchemas.broken(seed, 2 + (int) (seed % 3));
            if (!ours(sdl).isEmpty()) rejected++;
            assertThat(difference(sdl)).as("seed %d", seed).isEmpty();
        }
        assertThat(rejected).isBetween(count / 2, count - count / 20); // else the test would show little
    }

    /** The message of the only one who rejects a schema, if that is not a known difference. */
    private static String difference(String sdl) {
        String theirs = graphqlJava(sdl);
        String ours = ours(sdl);
        if (theirs.isEmpty() == ours.isEmpty()) return "";
        String difference = theirs.isEmpty() ? "ours: " + ours : "theirs: " + theirs;
        boolean known = KNOWN_DIFFERENCES.keySet().stream()
                .anyMatch(pattern -> pattern.matcher(difference).lookingAt());
        return known ? "" : difference;
    }

    private static String ours(String sdl) {
        try {
            Schema.of(Source.of("", sdl));
            return "";
        } catch (SchemaException exception) {
            return exception.problems().getFirst().toString();
        }
    }

    /** What graphql-java says is wrong, empty if nothing. */
    private static String graphqlJava(String sdl) {
        try {
            GraphQLSchema schema = new SchemaGenerator()
                    .makeExecutableSchema(new SchemaParser().parse(sdl), RuntimeWiring.MOCKED_WIRING);
            return schema.getQueryType() == null ? "no query type" : "";
        } catch (GraphQLException | StackOverflowError exception) {
            return String.valueOf(exception.getMessage());
        }
    }
}
