package dev.perigee.sql.graph;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives each name of a scope away once: whoever comes later gets it with underscores appended. For one thread. */
final class NameClaims {
    private static final Pattern NAME = Pattern.compile("(?!__)[_A-Za-z][_0-9A-Za-z]*");

    private final Set<String> taken = new HashSet<>();

    NameClaims(Set<String> reserved) {
        taken.addAll(reserved);
    }

    boolean isFree(String name) {
        return !taken.contains(name);
    }

    /** The name if it is free, else the name with as few underscores appended as make it so. */
    String claim(String wanted) {
        String name = wanted;
        while (!taken.add(name)) name += "_";
        return name;
    }

    /** @throws IllegalArgumentException if a graph can't have the name; the message has it, and where it comes from */
    static String checked(String name, String of) {
        if (NAME.matcher(name).matches()) return name;
        throw new IllegalArgumentException("A graph can't have the name \"" + name + "\" of " + of
                + ": it takes letters, digits and underscores, no digit first, no two underscores first");
    }
}
