package dev.perigee.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names as the lexer finds them: right whatever else was read before, or is read at the same time. */
class NamesTest {
    @Test
    void aNameThatComesAgainIsTheSameString() {
        assertThat(names("repeated")).first().isSameAs(names("{ repeated }").getFirst());
        assertThat(names("repeatedInAnotherDocument"))
                .first()
                .isSameAs(names("{ repeatedInAnotherDocument }").getFirst());
    }

    @Test
    void namesOfEachLengthAreToldApart() {
        List<String> given = IntStream.rangeClosed(1, 100)
                .boxed()
                .flatMap(length -> List.of("a".repeat(length), "a".repeat(length - 1) + "b").stream())
                .toList();
        assertThat(names(String.join(" ", given))).isEqualTo(given);
        assertThat(names(String.join(",", given))).isEqualTo(given);
    }

    @Test
    void manyNamesOnManyThreadsAreRight() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> readers = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(seed -> () -> {
                        readManyNames(seed);
                        return null;
                    })
                    .toList();
            for (Future<Void> reader : threads.invokeAll(readers)) reader.get();
        }
    }

    /** More names than are kept, so that they push each other out. */
    private static void readManyNames(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            List<String> given = IntStream.range(0, 5_000)
                    .mapToObj(i -> random.ints(1 + random.nextInt(20), 'a', 'f')
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining()))
                    .toList();
            assertThat(names(String.join("\n", given))).isEqualTo(given);
        }
    }

    private static List<String> names(String text) {
        Lexer lexer = new Lexer(Source.of("names", text.getBytes(UTF_8)));
        List<String> names = new ArrayList<>();
        while (lexer.next() != TokenKind.END) {
            if (lexer.kind() == TokenKind.NAME) names.add(lexer.value());
        }
        return names;
    }
}
