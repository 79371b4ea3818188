package dev.perigee.server.auth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which audience a caller is of, and so whose face of the schema they see: as a claim of their token says, else by the
 * client that has the token, else by its first scope that decides. Who is of none sees what everybody sees. Immutable.
 *
 * @param claim the claim with the name of the audience; null if none has it. With dots, a claim inside of others
 * @param clients audiences by {@code client_id}, or {@code azp}
 * @param scopes audiences by scope, the first in the order of the map that the token has
 */
public record AudienceRules(@Nullable String claim, Map<String, String> clients, Map<String, String> scopes) {
    /** Everybody sees the same. */
    public static final AudienceRules NONE = new AudienceRules(null, Map.of(), Map.of());

    public AudienceRules {
        clients = Map.copyOf(clients);
        scopes = Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
    }

    String audience(Claims token, @Nullable String client, Set<String> granted) {
        if (claim != null && token.find(claim) instanceof String named) return named;
        String byClient = client == null ? null : clients.get(client);
        if (byClient != null) return byClient;
        for (Map.Entry<String, String> scope : scopes.entrySet()) {
            if (granted.contains(scope.getKey())) return scope.getValue();
        }
        return "";
    }
}
