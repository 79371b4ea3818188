package dev.perigee.examples.blog.comments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The key of a list: the newest {@code last} things of one owner, such as the comments on a post. Keys of one batch may
 * differ in {@code last}: the backend is asked once, for the most that any key wants, and each key takes its part.
 */
record Latest(long owner, int last) {
    private static final int MOST = 100;

    /** The key for one owner, with the field's argument {@code last}. */
    static Latest of(long owner, Arguments arguments) {
        return new Latest(owner, last(arguments));
    }

    /** @throws ClientException if the field's argument {@code last} is out of range */
    static int last(Arguments arguments) {
        int last = arguments.integer("last");
        if (last < 0 || last > MOST) {
            throw new ClientException("BAD_USER_INPUT", "last is " + last + ", but may be 0 to " + MOST + ".");
        }
        return last;
    }

    static Set<Long> owners(Collection<Latest> keys) {
        Set<Long> owners = new TreeSet<>();
        for (Latest key : keys) owners.add(key.owner);
        return owners;
    }

    /** The most that any of the keys wants. */
    static int most(Collection<Latest> keys) {
        return keys.stream().mapToInt(Latest::last).max().orElse(0);
    }

    /** Gives each key its part of what was found, newest first; an empty list where nothing was. */
    static <T> Map<Latest, List<T>> share(Set<Latest> keys, List<T> newestFirst, Function<T, Long> ownerOf) {
        Map<Long, List<T>> found = newestFirst.stream().collect(groupingBy(ownerOf));
        return keys.stream().collect(toMap(key -> key, key -> key.part(found.getOrDefault(key.owner, List.of()))));
    }

    private <T> List<T> part(List<T> all) {
        return all.subList(0, Math.min(last, all.size()));
    }
}
