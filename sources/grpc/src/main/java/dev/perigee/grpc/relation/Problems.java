package dev.perigee.grpc.relation;

import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with relations, so that it is told all at once. For one thread. */
final class Problems {
    private static final int MOST_NAMED = 12;

    private final List<String> messages = new ArrayList<>();

    /** Where something is wrong: the coordinate of a field, and a part of its directive. */
    Place at(String coordinate) {
        return new Place(this, coordinate);
    }

    /** @throws RelationException with all of them, if there is one */
    void check() {
        if (!messages.isEmpty()) throw new RelationException(messages);
    }

    int count() {
        return messages.size();
    }

    /** The names that may be meant; else what there is. */
    static String meant(String name, Collection<String> known) {
        String close = Suggestions.didYouMean(name, known);
        if (!close.isEmpty()) return close;
        if (known.isEmpty()) return " There is none.";
        String some = String.join(", ", known.stream().limit(MOST_NAMED).toList());
        return " There is " + some + (known.size() > MOST_NAMED ? ", and more." : ".");
    }

    /** A place, and what is wrong there. */
    record Place(Problems problems, String path) {
        Place in(String part) {
            return new Place(problems, path + ": " + part);
        }

        /** A part of this part. */
        Place dot(String name) {
            return new Place(problems, path + "." + name);
        }

        void add(String message) {
            String problem = path + ": " + message;
            if (!problems.messages.contains(problem)) problems.messages.add(problem);
        }
    }
}
