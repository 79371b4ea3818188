package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuggestionsTest {
    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource
    void closest(String name, String options, List<String> expected) {
        assertThat(Suggestions.closest(name, Arrays.asList(options.split(" ")))).isEqualTo(expected);
    }

    static Stream<Arguments> closest() {
        return Stream.of(
                arguments("titel", "title text id", List.of("title")), // two letters swapped are one step
                arguments("Strin", "Int String", List.of("String")),
                arguments("TITLE", "titles title", List.of("title", "titles")), // case hardly counts
                arguments("nam", "name game same", List.of("name")),
                arguments(
                        "names",
                        "name name1 name2 name3 name4 name5",
                        List.of("name", "name1", "name2", "name3", "name4")),
                arguments("a", "b c d", List.of()), // one step, but nothing in common
                arguments("ab", "abc a b", List.of("a", "abc", "b")),
                arguments("cat", "int dog", List.of()),
                arguments("description", "desciption descriptor other", List.of("desciption", "descriptor")),
                arguments("a".repeat(65), "a".repeat(64), List.of()));
    }

    @Test
    void in_words() {
        assertThat(Suggestions.didYouMean("x", List.of("name"))).isEmpty();
        assertThat(Suggestions.didYouMean("nane", List.of("name"))).isEqualTo(" Did you mean \"name\"?");
        assertThat(Suggestions.didYouMean("name", List.of("name1", "name2")))
                .isEqualTo(" Did you mean \"name1\" or \"name2\"?");
        assertThat(Suggestions.didYouMean("name", List.of("name1", "name2", "name3")))
                .isEqualTo(" Did you mean \"name1\", \"name2\" or \"name3\"?");
    }

    @Test
    void a_budget_ends() {
        SuggestionBudget budget = new SuggestionBudget(1);
        assertThat(budget.didYouMean("nane", List.of("name"))).isNotEmpty();
        assertThat(budget.didYouMean("nane", List.of("name"))).isEmpty();
    }

    /** However many options there are, a fixed number is looked at. */
    @Test
    void work_is_capped() {
        List<String> far = Collections.nCopies(1_000_000, "zzzz");
        List<String> options = Stream.concat(far.stream(), Stream.of("name")).toList();
        assertThat(Suggestions.closest("nane", options)).isEmpty();
        List<String> many =
                IntStream.range(0, 100_000).mapToObj(i -> "n".repeat(64)).toList();
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) Suggestions.closest("m".repeat(64), many);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
