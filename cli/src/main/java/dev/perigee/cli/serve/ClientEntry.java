package dev.perigee.cli.serve;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.perigee.server.auth.TokenClient;
import java.time.Duration;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A client as it is written into settings. */
final class ClientEntry {
    private ClientEntry() {}

    static String text(TokenClient client) {
        StringBuilder entry = new StringBuilder()
                .append(quoted(client.id()))
                .append(":\n  secretHash: ")
                .append(client.secret().text())
                .append('\n');
        if (!client.scopes().isEmpty())
            entry.append("  scopes: ").append(list(client.scopes())).append('\n');
        if (!client.roles().isEmpty())
            entry.append("  roles: ").append(list(client.roles())).append('\n');
        if (!client.audience().isEmpty())
            entry.append("  audience: ").append(quoted(client.audience())).append('\n');
        if (!client.lifetime().equals(TokenClient.DEFAULT_LIFETIME)) {
            entry.append("  lifetime: ").append(time(client.lifetime())).append('\n');
        }
        return entry.toString();
    }

    private static String list(Collection<String> words) {
        return new TreeSet<>(words).stream().map(ClientEntry::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** What YAML might take for something else is quoted as JSON, which is YAML, too. */
    private static String quoted(String text) {
        boolean isWord =
                text.matches("[A-Za-z_][A-Za-z0-9_-]*") && !text.matches("(?i)true|false|null|yes|no|on|off|y|n");
        return isWord ? text : TextNode.valueOf(text.replace("${", "$${")).toString();
    }

    private static String time(Duration time) {
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
