package dev.perigee.bench;

import java.util.List;
import java.util.stream.LongStream;

/** An object that refers to another by id. */
public record Post(long id, String title, long authorId) {
    static List<Post> list(int size, int authors) {
        return LongStream.range(0, size)
                .mapToObj(i -> new Post(i, "Post no. " + i, i * 17 % authors))
                .toList();
    }
}
