package dev.perigee.bench;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** An object that is loaded by its id. */
public record User(long id, String name, String email) {
    static Map<Long, User> byId(int size) {
        return LongStream.range(0, size)
                .mapToObj(i -> new User(i, "User no. " + i, "user" + i + "@example.org"))
                .collect(Collectors.toMap(User::id, Function.identity()));
    }

    /** What a backend would do, at no cost to speak of: the users that are asked for. */
    static Map<Long, User> find(Set<Long> ids, Map<Long, User> all) {
        return ids.stream().map(all::get).collect(Collectors.toMap(User::id, Function.identity()));
    }
}
