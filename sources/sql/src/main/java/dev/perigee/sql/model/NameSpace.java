package dev.perigee.sql.model;

import java.util.HashSet;
import java.util.Set;

/** Names that are given once each: whoever comes first has it. For one thread. */
final class NameSpace {
    private final Set<String> taken = new HashSet<>();

    boolean isFree(String name) {
        return !taken.contains(name);
    }

    /** Whether it was free. */
    boolean take(String name) {
        return taken.add(name);
    }

    /** The name, or the first of name2, name3, … that nobody has. */
    String takeNumbered(String name) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) free = name + i;
        return free;
    }
}
