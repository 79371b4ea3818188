package dev.perigee.graphql;

import dev.perigee.client.Client;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server as the graph knows it: its schema, and what that is called here. Immutable.
 *
 * @param forward names of headers of a request that are sent along
 * @param timeout how long a request may take, if its own deadline leaves it so long
 */
record Remote(
        String name,
        Client client,
        Schema schema,
        Names names,
        Set<String> forward,
        Duration timeout,
        int maxAliases,
        int maxDocumentBytes) {
    /** The remote object type behind one of the graph, null if it is another's. */
    @Nullable ObjectType object(String ours) {
        String own = names.remoteType(ours);
        return own != null && schema.type(own) instanceof ObjectType object ? object : null;
    }

    boolean isRoot(ObjectType remote) {
        return RemoteTypes.roots(schema).containsValue(remote);
    }
}
