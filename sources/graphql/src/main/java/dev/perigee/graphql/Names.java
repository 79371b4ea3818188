package dev.perigee.graphql;

import dev.perigee.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What types and root fields of a remote schema are called in the graph. A name that is given goes first; all others get the
 * prefix. Built-in scalars, custom scalars and the root types keep theirs: a scalar is the same one in all schemas that
 * have it. Immutable.
 */
final class Names {
    private static final Map<String, String> ROOT_TYPES =
            Map.of("QUERY", "Query", "MUTATION", "Mutation", "SUBSCRIPTION", "Subscription");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> remoteTypes = new HashMap<>();
    private final String fieldPrefix;
    private final Map<String, String> given;

    Names(Schema remote, String typePrefix, String fieldPrefix, Map<String, String> given) {
        this.fieldPrefix = fieldPrefix;
        this.given = Map.copyOf(given);
        Set<String> scalars = RemoteTypes.scalars(remote);
        remote.types().forEach(type -> {
            String own = type.name();
            boolean isFixed = own.startsWith("__") || scalars.contains(own);
            put(own, given.getOrDefault(own, isFixed ? own : typePrefix + own));
        });
        RemoteTypes.roots(remote)
                .forEach((operation, type) -> put(type.name(), ROOT_TYPES.getOrDefault(operation.name(), "")));
    }

    private void put(String remote, String ours) {
        types.put(remote, ours);
        remoteTypes.put(ours, remote);
    }

    /** What the graph calls a remote type; the name itself if there is none of it. */
    String ofType(String remote) {
        return types.getOrDefault(remote, remote);
    }

    /** What the remote calls a type of the graph; null if it is none of its types. */
    @Nullable String remoteType(String ours) {
        return remoteTypes.get(ours);
    }

    /** @param coordinate in the remote's names, such as {@code Query.users} */
    String ofRootField(String coordinate) {
        String name = coordinate.substring(coordinate.indexOf('.') + 1);
        return given.getOrDefault(coordinate, fieldPrefix + name);
    }
}
