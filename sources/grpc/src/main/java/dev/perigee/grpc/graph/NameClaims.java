package dev.perigee.grpc.graph;

import java.util.HashMap;
import java.util.Map;

/** Who has which name in one place, where each may be had once. */
final class NameClaims {
    private final String place;
    private final String advice;
    private final Problems problems;
    private final Map<String, String> owners = new HashMap<>();

    /**
     * @param place where the names are, as in {@code Types}
     * @param advice what to do about a name that is wrong or taken; {@code %s} is who wants it
     */
    NameClaims(String place, String advice, Problems problems) {
        this.place = place;
        this.advice = advice;
        this.problems = problems;
    }

    /** @param owner what has the name in the IDL, as in {@code message acme.v1.User} */
    void claim(String name, String owner) {
        if (!Words.isName(name)) {
            problems.add("%s: \"%s\", for the %s, is not a name that a graph can have. %s"
                    .formatted(place, name, owner, advice.formatted(fullNameOf(owner))));
            return;
        }
        String other = owners.putIfAbsent(name, owner);
        if (other == null) return;
        problems.add("%s: \"%s\" is the name of both the %s and the %s. %s"
                .formatted(place, name, other, owner, advice.formatted(fullNameOf(owner))));
    }

    private static String fullNameOf(String owner) {
        return owner.substring(owner.lastIndexOf(' ') + 1);
    }
}
