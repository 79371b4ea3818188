package dev.perigee.bench.typed;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Who wrote articles. */
public record Author(long id, String name, String email) {
    static Map<Long, Author> byId(int size) {
        return LongStream.range(0, size)
                .mapToObj(i -> new Author(i, "Author no. " + i, "author" + i + "@example.org"))
                .collect(Collectors.toMap(Author::id, Function.identity()));
    }
}
