package dev.perigee.graphql;

import dev.perigee.language.Location;
import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with joins, so that it is told all at once. For one thread. */
final class Problems {
    private static final int MOST_NAMED = 12;

    private final List<String> messages = new ArrayList<>();

    /** @param where the schema coordinate of the field */
    void add(Location location, String where, String message) {
        messages.add(location + ": " + where + ": " + message);
    }

    /** @throws RemoteException with all of them, if there is one */
    void check() {
        if (!messages.isEmpty()) throw new RemoteException(messages);
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
}
