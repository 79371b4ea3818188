package dev.perigee.bench.typed;

import java.util.List;
import java.util.stream.LongStream;

/** What is listed; its author is found by id. */
public record Article(long id, String title, int words, long authorId) {
    static List<Article> list(int size, int authors) {
        return LongStream.range(0, size)
                .mapToObj(i -> new Article(i, "Article no. " + i, (int) i * 37 % 2_000, i * 17 % authors))
                .toList();
    }
}
